/** The seven columns of table 三, left to right. @source 国办公开办函〔2021〕30号, 附件, section 三 */
export const applicantKinds = [
  { key: 'natural_person', label: '自然人', group: null },
  { key: 'commercial_enterprise', label: '商业企业', group: '法人或其他组织' },
  { key: 'research_institution', label: '科研机构', group: '法人或其他组织' },
  { key: 'public_welfare_org', label: '社会公益组织', group: '法人或其他组织' },
  { key: 'legal_service_org', label: '法律服务机构', group: '法人或其他组织' },
  { key: 'other_org', label: '其他', group: '法人或其他组织' },
] as const;

export type ApplicantKind = (typeof applicantKinds)[number]['key'];
export type ApplicantColumn = ApplicantKind | 'total';
export const applicantColumns: readonly ApplicantColumn[] = [...applicantKinds.map((kind) => kind.key), 'total'];
