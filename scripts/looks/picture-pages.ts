import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, parse } from 'node:path';
import { pathToFileURL } from 'node:url';
import { lostCharacters } from './lost-characters';

/**
 * A Word file as one picture per page, by LibreOffice and poppler (packages libreoffice-writer, poppler-utils, fonts-noto-cjk).
 *
 * @returns the picture files, in page order, beside the Word file
 * @throws Error when a character of the file is on no page
 */
export function picturePages(wordFile: string): string[] {
  const pictures = pictureOffice(wordFile);
  requireWhole(wordFile, wordFile.replace(/\.docx$/, '.pdf'));
  return pictures;
}

/** A Word file or a workbook (libreoffice-calc) as one picture per page. */
export function pictureOffice(officeFile: string): string[] {
  const pdfFile = officeFile.replace(/\.[^.]+$/, '.pdf');
  convert(officeFile, 'pdf', pdfFile);
  return picturePdf(pdfFile);
}

/** A workbook as LibreOffice saves it. @returns the file it is saved in */
export function savedByOffice(workbook: string): string {
  const saved = workbook.replace(/\.xlsx$/, '-by-libreoffice.xlsx');
  convert(workbook, 'xlsx', saved);
  return saved;
}

function convert(officeFile: string, kind: 'pdf' | 'xlsx', to: string): void {
  const work = mkdtempSync(join(tmpdir(), 'nianbao-looks-'));
  try {
    const environment = { ...process.env, FONTCONFIG_FILE: fontAliases(work) };
    const profile = `-env:UserInstallation=${pathToFileURL(join(work, 'profile'))}`;
    runTool('soffice', ['--headless', profile, '--convert-to', kind, '--outdir', work, officeFile], environment);
    renameSync(join(work, `${parse(officeFile).name}.${kind}`), to);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function requireWhole(wordFile: string, pdfFile: string): void {
  const lost = lostCharacters(readFileSync(wordFile), runTool('pdftotext', ['-raw', pdfFile, '-'], process.env));
  if (lost.length > 0)
    throw new Error(`${pdfFile} does not print ${lost.length} characters of the Word file: ${lost.slice(0, 20).join(' ')}`);
}

/** A PDF as one picture per page. @returns the picture files, in page order, beside it */
export function picturePdf(pdfFile: string): string[] {
  const [folder, name] = [dirname(pdfFile), basename(pdfFile, '.pdf')];
  for (const old of pagesOf(folder, name)) rmSync(old);
  runTool('pdftoppm', ['-r', '80', '-png', pdfFile, join(folder, `${name}-page`)], process.env);
  return pagesOf(folder, name);
}

function pagesOf(folder: string, name: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.startsWith(`${name}-page-`) && file.endsWith('.png'))
    .sort()
    .map((file) => join(folder, file));
}

function runTool(tool: string, parameters: readonly string[], environment: NodeJS.ProcessEnv): string {
  const done = spawnSync(tool, parameters, { env: environment, encoding: 'utf8', timeout: 120_000, maxBuffer: 50_000_000 });
  if (done.error)
    throw new Error(`${tool} cannot be run (${done.error.message}). Install libreoffice-writer, poppler-utils and fonts-noto-cjk.`);
  if (done.status !== 0) throw new Error(`${tool} failed: ${done.stderr || done.stdout}`);
  return done.stdout;
}

/** The official fonts are not free; open ones of the same widths stand in for them in the pictures. */
const standIns: Record<string, string> = {
  方正小标宋简体: 'Noto Serif CJK SC',
  仿宋_GB2312: 'Noto Serif CJK SC',
  楷体_GB2312: 'Noto Serif CJK SC',
  黑体: 'Noto Sans CJK SC',
  宋体: 'Noto Serif CJK SC',
  'Times New Roman': 'Noto Serif CJK SC',
};

function fontAliases(folder: string): string {
  const aliases = Object.entries(standIns).map(
    ([official, open]) =>
      `<match target="pattern"><test name="family"><string>${official}</string></test><edit name="family" mode="assign" binding="strong"><string>${open}</string></edit></match>`,
  );
  const file = join(folder, 'fonts.conf');
  mkdirSync(join(folder, 'fonts'), { recursive: true });
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>${aliases.join('')}<cachedir>${join(folder, 'fonts')}</cachedir></fontconfig>`,
  );
  return file;
}
