/** OpenCC's dictionaries: pairs `from to` joined by `|`, where `to` may list several forms. */
declare module 'opencc-js/dict/*' {
  const pairs: string;
  export default pairs;
}
