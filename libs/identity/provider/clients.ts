import type { ClientMetadata } from 'oidc-provider';

/** Where the command-line client listens: any port of the loopback address (RFC 8252 section 7.3). */
export const CLI_REDIRECT = 'http://127.0.0.1/callback';
export const CLI_CLIENT = 'kaibantong-cli';
export const CONSOLE_CLIENT = 'kaibantong-console';

const common = {
  token_endpoint_auth_method: 'none',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  id_token_signed_response_alg: 'ES256',
} satisfies Partial<ClientMetadata>;

/** Our two clients. Both are public and must use PKCE; the console's code is exchanged by the server (see `CodeFlow`). */
export function clientsOf(publicUrl: string): ClientMetadata[] {
  return [
    {
      ...common,
      client_id: CONSOLE_CLIENT,
      client_name: '开班通控制台',
      application_type: 'web',
      redirect_uris: [`${publicUrl}/session/callback`],
      post_logout_redirect_uris: [`${publicUrl}/console/`],
    },
    { ...common, client_id: CLI_CLIENT, client_name: '开班通命令行', application_type: 'native', redirect_uris: [CLI_REDIRECT] },
  ];
}
