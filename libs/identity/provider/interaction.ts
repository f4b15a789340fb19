import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Interaction, Provider } from 'oidc-provider';
import { refusalCatalogue, roleNames, wordRefusal } from '#libs/contracts';
import type { Refusal } from '#libs/policy';
import { config, type Database } from '#libs/platform';
import { signIn } from '../application/sign-in.use-case.ts';
import { demoAccounts, demoPassword } from '../seed/demo-world.ts';
import { type LoginPage, loginPage, pagePolicy } from './pages.ts';

const MAX_FORM_BYTES = 8192;

/** Shows the sign-in page of an authorization request, and takes what was entered. */
export async function handleInteraction(provider: Provider, database: Database, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const details = await provider.interactionDetails(req, res);
  const page = firstPage(provider, details);
  if (req.method !== 'POST') {
    show(res, details, 200, page);
    return;
  }
  const form = await readForm(req);
  if (!form) {
    show(res, details, 413, page);
    return;
  }
  const given = {
    login: form.get('login') ?? '',
    password: form.get('password') ?? '',
    code: form.get('code') ?? '',
    newPassword: form.get('newPassword') ?? '',
  };
  const result = await signIn(database, given, Math.floor(Date.now() / 1000));
  if (!result.ok) {
    const asksCode = result.refusal.code.startsWith('SIGN_IN_CODE') || given.code !== '';
    const asksPassword = result.refusal.code.startsWith('SIGN_IN_PASSWORD') || given.newPassword !== '';
    show(res, details, result.refusal.code === 'SIGN_IN_LOCKED' ? 429 : 401, {
      ...page,
      login: given.login,
      asksCode,
      asksPassword,
      problem: wording(result.refusal),
    });
    return;
  }
  const { accountId, amr } = result.value;
  const login = { accountId, amr: [...amr], acr: amr.includes('otp') ? 'mfa' : 'pwd' };
  await provider.interactionFinished(req, res, { login }, { mergeWithLastSubmission: false });
}

/** A client that names the person sends somebody back who is at work already: only they may go on. */
function firstPage(provider: Provider, { uid, params }: Interaction): LoginPage {
  const hint = params['login_hint'];
  const login = typeof hint === 'string' ? hint : '';
  return {
    action: `${new URL(provider.issuer).pathname}/interaction/${uid}`,
    login,
    asksCode: false,
    asksPassword: false,
    isStepUp: login !== '',
    ...(config.profile() === 'sandbox' ? { demo: demoWorld(login) } : {}),
  };
}

function demoWorld(login: string): NonNullable<LoginPage['demo']> {
  const people = demoAccounts
    .filter((one) => login === '' || one.login === login)
    .map(({ login: name, displayName, office, roles: [role] }) => ({
      login: name,
      name: displayName,
      office: office.name,
      role: role ? roleNames[role] : { zh: '', en: '' },
    }));
  return { password: demoPassword, people };
}

function wording(refusal: Refusal): { zh: string; en: string } {
  const text = refusalCatalogue[refusal.code];
  return { zh: wordRefusal(text?.zh ?? refusal.code, refusal.params), en: wordRefusal(text?.en ?? refusal.code, refusal.params) };
}

function show(res: ServerResponse, details: Interaction, status: number, view: LoginPage): void {
  const target = details.params['redirect_uri'];
  res.statusCode = status;
  res.setHeader('content-type', 'text/html; charset=utf-8');
  res.setHeader('content-security-policy', pagePolicy(typeof target === 'string' ? new URL(target).origin : undefined));
  res.end(loginPage(view));
}

/** The posted form; undefined when it is larger than any sign-in. */
async function readForm(req: IncomingMessage): Promise<URLSearchParams | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_FORM_BYTES) return undefined;
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
