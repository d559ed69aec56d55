export { checkReportHtml } from '@/server/domain/checks/check-report-html';
export { checkReportDocx } from './docx';
