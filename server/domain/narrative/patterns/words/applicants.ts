import { and, type ConceptWords } from './concept-words';

/** Table 三, columns. */
export const applicantWords: readonly ConceptWords[] = [
  {
    concept: 'natural_person',
    role: 'applicant',
    words: ['自然人', '公民个人', '公民(?=[\\d申提占递]|、?法人)', '个人(?=申请|提出|提交|递交|占|的?\\d)', '公众个人'],
  },
  {
    concept: 'organisations',
    role: 'applicant',
    words: [`法人${and}?(?:其[他它])?(?:非法人)?(?:社会)?组织`, '法人(?!代表|治理)', '非自然人'],
  },
  { concept: 'commercial_enterprise', role: 'applicant', words: ['商业企业', '企业法人', '企业(?=申请|提出|提交|\\d)'] },
  { concept: 'research_institution', role: 'applicant', words: ['科研机构', '科研单位', '科研院所'] },
  { concept: 'public_welfare_org', role: 'applicant', words: ['社会公益组织', '公益组织', '公益性组织', '公益类组织'] },
  { concept: 'legal_service_org', role: 'applicant', words: ['法律服务机构', '法律服务组织', '法律服务类机构'] },
  { concept: 'other_org', role: 'applicant', words: ['其[他它](?:类)?组织(?!部)'] },
];
