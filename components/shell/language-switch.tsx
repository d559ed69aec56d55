'use client';

import { useLanguage, useMessages } from '../messages/messages-provider';
import { buttonClass } from '../ui/button';

/** Named in the other language, so that somebody who cannot read this page finds it. */
export function LanguageSwitch() {
  const { common } = useMessages();
  const other = useLanguage() === 'zh' ? 'en' : 'zh';
  return (
    <form method="post" action="/language">
      <button type="submit" name="to" value={other} lang={other === 'zh' ? 'zh-CN' : 'en'} className={buttonClass('quiet', true)}>
        {common.language}
      </button>
    </form>
  );
}
