/** What a role is there for, where it is chosen: at the one-click door, and where a post is given. */
export const rolePurposes = {
  clerk: '填报本单位的季度数据',
  head: '报送前代表本单位签字',
  reviewer: '审核各单位的报送',
  admin: '管理单位、期限，编制年报',
  auditor: '查看全部操作记录',
  system_admin: '管理单位、年度、账号和备份',
  security_admin: '给予和结束岗位，设定密码和两步验证的要求',
};
