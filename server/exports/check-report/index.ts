export { checkReportDocx } from './docx';
export { checkReportHtml } from './html';
