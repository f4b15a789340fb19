import { Button } from 'antd';
import { switchLanguage, useLanguage } from '../i18n/language.ts';

/** The other language, named in itself. */
export function LanguageSwitch() {
  const language = useLanguage();
  const other = language === 'en' ? 'zh' : 'en';
  return (
    <Button type="text" onClick={() => switchLanguage(other)} lang={other === 'zh' ? 'zh-CN' : 'en'}>
      {other === 'zh' ? '中文' : 'English'}
    </Button>
  );
}
