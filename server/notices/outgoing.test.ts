import { describe, expect, it } from 'vitest';
import { readEnv } from '../env';

const address = { NEXTAUTH_URL: 'https://nianbao.example/' };

describe('how what people are told leaves the house', () => {
  it('is not at all without configuration', () => {
    expect(readEnv({}).outgoing).toEqual({ mail: null, robots: [], address: '' });
  });

  it('mail: by TLS from the first byte or not, with a password or without', () => {
    const mail = (NIANBAO_SMTP: string) => readEnv({ ...address, NIANBAO_SMTP, NIANBAO_MAIL_FROM: 'nianbao@office.example' }).outgoing.mail;
    expect(mail('smtps://me:p%40ss@mail.example')).toEqual({
      ...{ host: 'mail.example', port: 465, isSecure: true, from: 'nianbao@office.example' },
      login: { user: 'me', pass: 'p@ss' },
    });
    expect(mail('smtp://mail.example:25')).toMatchObject({ port: 25, isSecure: false, login: null });
    expect(readEnv({ ...address, NIANBAO_SMTP: 'smtp://m', NIANBAO_MAIL_FROM: 'a@b.example' }).outgoing.address).toBe(
      'https://nianbao.example',
    );
  });

  it.each([
    [{ NIANBAO_SMTP: 'smtp://mail.example' }, 'NIANBAO_MAIL_FROM'],
    [{ NIANBAO_MAIL_FROM: 'a@b.example' }, 'NIANBAO_SMTP'],
    [{ NIANBAO_SMTP: 'http://mail.example', NIANBAO_MAIL_FROM: 'a@b.example' }, 'NIANBAO_SMTP'],
    [{ NIANBAO_SMTP: 'smtp://mail.example', NIANBAO_MAIL_FROM: 'a@b.example\nBcc: c@d.example' }, 'NIANBAO_MAIL_FROM'],
    [{ NIANBAO_SMTP: 'smtp://mail.example', NIANBAO_MAIL_FROM: 'a@b.example', NEXTAUTH_URL: '' }, 'NEXTAUTH_URL'],
    [{ NIANBAO_ROBOT_FEISHU: 'https://open.feishu.cn/open-apis/bot/v2/hook/k', NEXTAUTH_URL: '' }, 'NEXTAUTH_URL'],
  ])('%j stops the start at %s', (given, variable) => {
    expect(() => readEnv({ ...address, ...given })).toThrow(new RegExp(`^${variable}: `, 'm'));
  });

  it('robots: only where the three have them, or at a host that is named, and the key is in no message', () => {
    const robots = (given: Record<string, string>) => readEnv({ ...address, ...given }).outgoing.robots;
    expect(
      robots({ NIANBAO_ROBOT_DINGTALK: 'https://oapi.dingtalk.com/robot/send?access_token=k', NIANBAO_ROBOT_DINGTALK_SECRET: 'SEC' }),
    ).toEqual([{ kind: 'dingtalk', url: 'https://oapi.dingtalk.com/robot/send?access_token=k', secret: 'SEC' }]);
    for (const url of [
      'http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=topsecret',
      'https://127.0.0.1/hook?key=topsecret',
      'https://169.254.169.254/latest?key=topsecret',
      'https://qyapi.weixin.qq.com.evil.example/?key=topsecret',
      'https://qyapi.weixin.qq.com@10.0.0.1/?key=topsecret',
      'https://qyapi.weixin.qq.com:8443/?key=topsecret',
      'https://oapi.dingtalk.com/robot/send?access_token=topsecret',
      'file:///etc/passwd?topsecret',
      'topsecret',
    ])
      expect(() => robots({ NIANBAO_ROBOT_WECOM: url })).toThrow(/^NIANBAO_ROBOT_WECOM: (?!.*topsecret)/);
    const own = 'https://wxwork.district.example:8443/cgi-bin/webhook/send?key=k';
    expect(robots({ NIANBAO_ROBOT_WECOM: own, NIANBAO_ROBOT_HOSTS: 'Wxwork.district.example:8443' })).toHaveLength(1);
    expect(() =>
      robots({ NIANBAO_ROBOT_WECOM: own.replace('https', 'http'), NIANBAO_ROBOT_HOSTS: 'wxwork.district.example:8443' }),
    ).toThrow();
  });
});
