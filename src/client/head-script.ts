/** Names under which the reader's choices are kept in localStorage. */
export const THEME_KEY = 'ballast-theme';
export const ELDER_KEY = 'ballast-elder';

/**
 * The only inline script of the site, exported as text so that the content security policy can name
 * its hash. It puts the reader's choices on the root element before the first paint: `data-js` shows
 * what needs JavaScript, `data-theme` is light or dark, `data-elder` is 长辈版. A link to `#elder`
 * is a choice, too. Storage may be forbidden: then only the link counts.
 */
export const HEAD_SCRIPT = `(function(r,h){r.dataset.js='';if(h)r.dataset.elder='';try{var s=localStorage,t=s.getItem('${THEME_KEY}');if(h)s.setItem('${ELDER_KEY}','1');if(s.getItem('${ELDER_KEY}'))r.dataset.elder='';if(t)r.dataset.theme=t}catch(e){}})(document.documentElement,location.hash==='#elder')`;
