import { createBrowserRouter, type RouteObject } from 'react-router';
import { desks } from '../desks/index.ts';
import { DeskGate } from './shell/desk-gate.tsx';
import { Home } from './shell/home.tsx';
import { NotFound } from './shell/not-found.tsx';
import { PageFault } from './shell/page-fault.tsx';
import { Shell } from './shell/shell.tsx';

const deskRoutes: RouteObject[] = desks.map((desk) => ({ element: <DeskGate desk={desk} />, children: [...desk.routes] }));

export const router = createBrowserRouter(
  [
    {
      path: '/',
      element: <Shell />,
      errorElement: <PageFault />,
      children: [
        {
          errorElement: <PageFault />,
          children: [
            { index: true, element: <Home /> },
            { path: 'account', lazy: async () => ({ Component: (await import('./account/account-screen.tsx')).AccountScreen }) },
            ...deskRoutes,
            { path: '*', element: <NotFound /> },
          ],
        },
      ],
    },
  ],
  { basename: '/console' },
);
