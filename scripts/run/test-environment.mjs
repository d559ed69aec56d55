/** What an office sets for its own server. A test that saw it could write into the office's data. */
const ofTheOffice = [
  ...['PORT', 'HOST', 'NIANBAO_DATA', 'DATABASE_URL', 'DATABASE_DIRECT_URL', 'NEXTAUTH_URL', 'NEXTAUTH_SECRET', 'AUTH_TRUST_HOST'],
  ...['NIANBAO_LOG', 'NIANBAO_LOG_LEVEL', 'NIANBAO_METRICS_PORT', 'NIANBAO_METRICS_TOKEN', 'NIANBAO_SYSLOG'],
  ...['NIANBAO_BACKUPS', 'NIANBAO_BACKUP_MINUTES', 'NIANBAO_SMTP', 'NIANBAO_MAIL_FROM', 'NIANBAO_ROBOT_HOSTS', 'NIANBAO_ROBOT_WECOM'],
  ...['NIANBAO_ROBOT_DINGTALK', 'NIANBAO_ROBOT_DINGTALK_SECRET', 'NIANBAO_ROBOT_FEISHU', 'NIANBAO_ROBOT_FEISHU_SECRET'],
];

/**
 * Nothing that an office has set, nor what a program of ours has set in a process that has run before (next-auth takes its key from there).
 *
 * @param {Record<string, string | undefined>} env
 * @returns {NodeJS.ProcessEnv}
 */
export function withoutOffice(env) {
  return /** @type {NodeJS.ProcessEnv} */ (Object.fromEntries(Object.entries(env).filter(([name]) => !ofTheOffice.includes(name))));
}

/**
 * @param {Record<string, string | undefined>} env
 * @param {string} chromium path of the browser that was found
 * @returns {NodeJS.ProcessEnv}
 */
export function testEnvironment(env, chromium) {
  const kept = withoutOffice(env);
  const noProxy = [env.NO_PROXY ?? env.no_proxy ?? [], 'localhost', '127.0.0.1'].flat().join(',');
  return {
    ...kept,
    NODE_ENV: 'test',
    NEXT_TELEMETRY_DISABLED: '1',
    NO_PROXY: noProxy,
    no_proxy: noProxy,
    PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH: chromium,
  };
}
