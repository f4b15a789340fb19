import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Interaction, Provider } from 'oidc-provider';
import { refusalCatalogue, roleNames, wordRefusal } from '#libs/contracts';
import type { Refusal } from '#libs/policy';
import { config, type Database } from '#libs/platform';
import { demoCode } from '../application/demo-code.ts';
import { type Credentials, signIn } from '../application/sign-in.use-case.ts';
import { demoAccounts, demoPassword } from '../seed/demo-world.ts';
import { type LoginPage, loginPage, pagePolicy } from './pages.ts';
import { asksCode } from './provider-configuration.ts';

const MAX_FORM_BYTES = 8192;
/** Where a person without an authenticator enrols one: an ordinary sign-in leads there. */
const ENROL_AT = '/session/sign-in?returnTo=%2Fconsole%2Faccount';

/** Shows the sign-in page of an authorization request, and takes what was entered. */
export async function handleInteraction(provider: Provider, database: Database, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const details = await provider.interactionDetails(req, res);
  const page = firstPage(provider, details);
  const reply = async (status: number, view: LoginPage): Promise<void> =>
    show(res, details, status, config.profile() === 'sandbox' ? await withDemo(database, view) : view);
  if (req.method !== 'POST') return reply(200, page);
  const form = await readForm(req);
  if (!form) return reply(413, page);
  const field = (name: string): string => form.get(name) ?? '';
  const given = { login: field('login'), password: field('password'), code: field('code'), newPassword: field('newPassword') };
  const result = await signIn(database, { ...given, asksCode: page.asksCode }, nowInSeconds());
  if (!result.ok) return reply(...refused(page, given, result.refusal));
  const { accountId, amr } = result.value;
  const login = { accountId, amr: [...amr], acr: amr.includes('otp') ? 'mfa' : 'pwd' };
  await provider.interactionFinished(req, res, { login }, { mergeWithLastSubmission: false });
}

const nowInSeconds = (): number => Math.floor(Date.now() / 1000);

type Given = Pick<Credentials, 'login' | 'code' | 'newPassword'>;

/** The page again, with what was wrong and the fields for what is missing; a field that was filled in stays. */
function refused(page: LoginPage, given: Given, refusal: Refusal): [status: number, view: LoginPage] {
  const { code } = refusal;
  const isLocked = code === 'SIGN_IN_LOCKED' || code === 'SIGN_IN_CODE_LOCKED';
  const view: LoginPage = {
    ...page,
    login: given.login,
    asksCode: page.asksCode || code.startsWith('SIGN_IN_CODE') || given.code !== '',
    asksPassword: code.startsWith('SIGN_IN_PASSWORD') || given.newPassword !== '',
    problem: wording(refusal),
  };
  return [isLocked ? 429 : 401, code === 'SIGN_IN_SECOND_FACTOR_MISSING' ? { ...view, enrolAt: ENROL_AT } : view];
}

/** A client that names the person sends somebody back who is at work already: only they may go on. */
function firstPage(provider: Provider, { uid, params }: Interaction): LoginPage {
  const hint = params['login_hint'];
  const login = typeof hint === 'string' ? hint : '';
  const action = `${new URL(provider.issuer).pathname}/interaction/${uid}`;
  return { action, login, asksCode: asksCode(params), asksPassword: false, isStepUp: login !== '' };
}

/** Whom one may be in the sandbox, with the code the named person's authenticator shows now. */
async function withDemo(database: Database, view: LoginPage): Promise<LoginPage> {
  const { login } = view;
  const isNamed = (view.isStepUp || view.asksCode) && demoAccounts.some((one) => one.login === login);
  const code = isNamed && view.asksCode ? await demoCode(database, login, nowInSeconds()) : undefined;
  const people = demoAccounts
    .filter((one) => !isNamed || one.login === login)
    .map(({ login: name, displayName, office, roles: [role] }) => ({
      login: name,
      name: displayName,
      office: office.name,
      role: role ? roleNames[role] : { zh: '', en: '' },
    }));
  return { ...view, demo: { password: demoPassword, people, ...(code === undefined ? {} : { code }) } };
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
