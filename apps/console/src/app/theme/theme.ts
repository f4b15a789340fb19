import type { ThemeConfig } from 'antd';

const FONT = `system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif`;

/** Colors that pass WCAG AA on every component of antd (measured with axe); derived backgrounds are named, as they would darken with their color. */
export const theme: ThemeConfig = {
  cssVar: { key: 'kbt' },
  hashed: false,
  token: {
    colorPrimary: '#0050b3',
    colorInfo: '#0050b3',
    colorLink: '#0050b3',
    colorSuccess: '#237804',
    colorWarning: '#874d00',
    colorError: '#a8071a',
    colorSuccessBg: '#f6ffed',
    colorWarningBg: '#fffbe6',
    colorErrorBg: '#fff1f0',
    colorInfoBg: '#e6f4ff',
    colorSuccessBorder: '#b7eb8f',
    colorWarningBorder: '#ffe58f',
    colorText: '#1f2328',
    colorTextSecondary: 'rgba(0,0,0,.75)',
    colorTextTertiary: 'rgba(0,0,0,.65)',
    colorTextDescription: 'rgba(0,0,0,.65)',
    colorTextDisabled: 'rgba(0,0,0,.55)',
    colorTextQuaternary: 'rgba(0,0,0,.55)',
    colorTextPlaceholder: 'rgba(0,0,0,.6)',
    fontFamily: FONT,
    fontSize: 14,
    lineHeight: 1.5715,
    borderRadius: 4,
    motion: false,
  },
};
