import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US';
import zhCN from 'antd/es/locale/zh_CN';
import { RouterProvider } from 'react-router/dom';
import { useLanguage } from './i18n/language.ts';
import { router } from './router.tsx';
import { SessionGate } from './session/session-gate.tsx';
import { SIGNED_IN } from './session/session.ts';
import { SignedIn } from './session/signed-in.tsx';
import { nonce } from './theme/style-nonce.ts';
import { theme } from './theme/theme.ts';

/** Language, theme and session around the screens. */
export function App() {
  const language = useLanguage();
  return (
    <ConfigProvider locale={language === 'en' ? enUS : zhCN} theme={theme} csp={{ nonce }} button={{ autoInsertSpace: false }}>
      <AntApp>
        {location.pathname === SIGNED_IN ? (
          <SignedIn />
        ) : (
          <SessionGate>
            <RouterProvider router={router} />
          </SessionGate>
        )}
      </AntApp>
    </ConfigProvider>
  );
}
