/** The office's page of backups and restore drills. */
export const backups = {
  title: '备份',
  context: '数据按时自动备份并逐份核验；定期做恢复演练，才知道备份真的能用。',
  backup: {
    title: '最近一次备份',
    states: {
      fine: '正常',
      failed: '上次备份没有做成',
      overdue: '备份已逾期：有改动，但没有按时备份',
      none: '还没有备份',
      elsewhere: '本系统不自动备份，由单位另行备份',
    },
    hints: {
      fine: '',
      failed: '请在服务器上运行 nianbao db backup，按提示处理。',
      overdue: '请在服务器上运行 nianbao db backup，并查看程序日志。',
      none: '程序启动后会自动做第一份；也可以在服务器上运行 nianbao db backup。',
      elsewhere: '请确认另行备份按时进行，并定期演练恢复。',
    },
  },
  drill: {
    title: '最近一次恢复演练',
    states: { fine: '通过', failed: '没有通过', overdue: '已超过一个季度没有演练', none: '还没有做过' },
    hints: {
      fine: '',
      failed: '请在服务器上运行 nianbao db drill，按提示处理。',
      overdue: '请在服务器上运行 nianbao db drill。',
      none: '请在服务器上运行 nianbao db drill：把最新一份备份恢复到临时位置，启动、登录、核对，不影响正在使用的数据。',
    },
  },
  newest: '最新一份',
  tried: '最近一次尝试',
  done: '做成',
  notDone: '没有做成',
  at: '时间',
  took: '用时',
  seconds: (seconds: number) => `${seconds} 秒`,
  holds: '内容',
  rows: (rows: number, seq: number) => `${rows} 行，操作记录到第 ${seq} 条`,
  head: '链头（抄录留存，可证明记录未被改动）',
  kept: '留存',
  keptCount: (count: number) => `${count} 份：最近 96 个 15 分钟、30 天、12 个月和每年末`,
  every: '间隔',
  everyMinutes: (minutes: number) => (minutes === 0 ? '不自动备份' : `有改动时每 ${minutes} 分钟一份`),
  age: (minutes: number) => {
    if (minutes < 1) return '刚刚';
    if (minutes < 60) return `${minutes} 分钟前`;
    if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} 小时前`;
    return `${Math.floor(minutes / 1440)} 天前`;
  },
};
