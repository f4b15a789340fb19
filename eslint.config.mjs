import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import hooks from 'eslint-plugin-react-hooks';
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript-eslint';

/**
 * Every amount of every policy from 10 yuan up, in fen: such a number in the code of `libs/policy` would be a document's value out of its place. Limits of
 * input are named MAX_….
 */
function documentAmounts() {
  const files = readdirSync('policies', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(`policies/${name}`)
        .filter((file) => file === 'subsidies.yaml')
        .map((file) => `policies/${name}/${file}`),
    );
  return [
    ...new Set(files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/: (\d{4,})(?=[ ,}\n])/g)].map(([, amount]) => amount))),
  ];
}

const amountRules = documentAmounts().map((amount) => ({
  selector: `:not(VariableDeclarator[id.name=/^MAX_/]) > :matches(Literal[value=${amount}], Literal[bigint="${amount}"])`,
  message: `${amount} fen is an amount of a policy: read it from the snapshot (docs/policy-authoring.md).`,
}));

export default defineConfig([
  globalIgnores(['dist/**', 'coverage/**', '.data/**', '.test/**', '.journey-*/**', '.bench-*/**', '**/*.gen.ts']),
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mts}'],
    extends: [ts.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'off', // Nest reads the classes of parameters at run time: they stay value imports
      '@typescript-eslint/no-unused-vars': 'off', // the compiler says it already (noUnusedLocals, noUnusedParameters)
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60 }],
      complexity: ['error', 18],
    },
  },
  {
    files: ['apps/console/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'max-lines-per-function': ['error', { max: 80 }], // markup is long and simple
      // antd/locale is CommonJS and brings a second copy of what it needs.
      'no-restricted-imports': ['error', { patterns: ['antd/es/*', '!antd/es/locale', 'antd/lib/*', 'antd/locale/*'] }],
    },
  },
  {
    files: ['libs/policy/**/*.ts'],
    ignores: ['**/*.spec.ts', 'libs/policy/testing/**', 'libs/policy/calculation/limits.ts'],
    rules: { 'no-restricted-syntax': ['error', ...amountRules] },
  },
  {
    // Policy is data with a citation: what a document says stands in policies/, what limits the program in limits.ts; columns/ only puts rows together.
    files: ['libs/policy/{calculation,deadlines}/**/*.ts'],
    ignores: ['**/*.spec.ts', 'libs/policy/calculation/limits.ts', 'libs/policy/calculation/columns/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...amountRules,
        {
          selector: 'Literal[raw=/^(?!(?:0|1|100)n?$)\\d/]',
          message: 'A number of a document belongs in policies/, with its clause; only 0, 1 and the 100 of a percentage stand in code.',
        },
      ],
    },
  },
  // A migration is one text of SQL.
  { files: ['**/migrations/**'], rules: { 'max-lines': 'off' } },
  {
    // One table of cases may fill a `describe`; an answer's shape is what a test is about.
    files: ['**/*.spec.ts', '**/*-spec.ts', 'libs/testing/**', 'test/**'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/unbound-method': 'off' },
  },
  {
    files: ['**/*.{js,cjs}'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { module: 'writable', require: 'readonly', __dirname: 'readonly', process: 'readonly' },
    },
  },
  prettier,
]);
