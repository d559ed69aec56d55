import type { HelpMessages } from '../help-text';
import { admin } from './help/admin';
import { clerk } from './help/clerk';
import { everybody } from './help/everybody';
import { head } from './help/head';
import { reviewer } from './help/reviewer';

/** The help pages. Only the server reads them: no page carries them but their own, and that one as text. */
export const help: HelpMessages = {
  title: '帮助',
  context: '选一份说明。在任何一页按 F1，直接到那一页的说明。',
  guides: {
    clerk: {
      title: '怎样填（填报员）',
      hint: '从开始一个季度到报送、被退回、更正',
      picture: '本季报表：左边填数，右边是当前单元格的口径和往期数',
    },
    head: { title: '怎样签（分管领导）', hint: '季度报送前签字，年报签发' },
    reviewer: { title: '怎样审（审核员）', hint: '待审、批注、退回、通过、批量通过', picture: '一份报送：结论、改动、表格和审核决定' },
    admin: { title: '怎样办（管理员）', hint: '单位、人员、年度、期初数、年报、定稿、导出', picture: '进度：一行一个单位，一列一个季度' },
    everybody: { title: '大家都用得到的', hint: '查找、看年报、趋势、规则、账号' },
  },
  toKeys: '快捷键一览',
  keys: {
    title: '快捷键一览',
    context: '与 Excel、WPS 相同；不用鼠标也能填完、报送。',
    key: '按键',
    does: '作用',
    rows: [
      ['F1，?', '打开这一页的说明（? 在输入框里只是一个字）'],
      ['Ctrl+K', '查找：页面、单位、本表的格、规则'],
      ['数字、字母', '刚走到一格时，替换原来的内容'],
      ['↑ ↓，← →', '到相邻的格；正在改文字时，← → 移动光标'],
      ['Enter，Shift+Enter', '本列下一个、上一个能填的格'],
      ['Tab，Shift+Tab', '右边、左边能填的格；Tab 之后按 Enter，回到起始列的下一行'],
      ['Ctrl+Z', '撤销：一次录入、删除、粘贴或填充'],
      ['Ctrl+Y，Ctrl+Shift+Z', '重做'],
      ['Delete', '清除这一格，或选中的各格'],
      ['Ctrl+A', '选本格文字；再按，选全表'],
      ['Shift+方向键，Ctrl+D', '选多格；向下填充'],
      ['Esc', '取消选择；否则还原到走进这一格时的内容'],
      ['Ctrl+Home，Ctrl+End', '第一个、最后一个能填的格'],
      ['Ctrl+Enter', '到右侧说明和留言；再按或按 Esc 回到单元格'],
      ['Alt+0，Alt+R，Alt+B，Alt+M', '零报告，其余填 0，核对并报送，待跟进'],
      ['Alt+PageDown，Alt+PageUp', '下一张、上一张表的第一个未填的格'],
      ['J，K，Enter', '审核列表中：下一件，上一件，打开'],
      ['Alt+↓', '写批注时打开常用语'],
    ],
  },
  clerk,
  head,
  reviewer,
  admin,
  everybody,
};
