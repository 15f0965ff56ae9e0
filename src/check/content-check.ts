import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { type ArticleResult, loadArchive } from '../archive/archive.ts';
