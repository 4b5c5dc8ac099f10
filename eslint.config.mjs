import a11y from 'eslint-plugin-jsx-a11y'
import hooks from 'eslint-plugin-react-hooks'
import { globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const roleNames = [
  'practitioner',
  'limited',
  'manager',
  'steward',
  'custodian',
  'commissioner',
  'officer',
  'administrator',
]

// The house rules a machine can keep. The rest (file sizes, import directions, one door to the
// database) is in tests/integration/conventions.test.ts.
export default tseslint.config(
  globalIgnores([
    '.next/**',
    '.data/**',
    'prisma/generated/**',
    'next-env.d.ts',
    'test-results/**',
  ]),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/require-await': 'off',
      // Form data and JSON cells are turned into text on purpose; what they may be is checked by
      // their schemas.
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, properties: false } },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TSEnumDeclaration',
          message: 'Option lists are data in codes or schema, not enums.',
        },
        {
          selector: 'JSXAttribute[name.name="style"]',
          message: 'Inline styles break the content security policy.',
        },
      ],
    },
  },
  {
    files: ['**/*.tsx'],
    plugins: { 'jsx-a11y': a11y, 'react-hooks': hooks },
    rules: {
      ...a11y.flatConfigs.strict.rules,
      ...hooks.configs.recommended.rules,
      // A narrow screen shows a table's rows as cards: a browser drops the meaning with the
      // display, roles keep it.
      'jsx-a11y/no-redundant-roles': [
        'error',
        {
          table: ['table'],
          thead: ['rowgroup'],
          tbody: ['rowgroup'],
          tr: ['row'],
          th: ['columnheader'],
          td: ['cell'],
        },
      ],
      // What scrolls sideways must be reachable by keyboard (axe: scrollable-region-focusable).
      'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['region'] }],
      'jsx-a11y/no-interactive-element-to-noninteractive-role': [
        'error',
        { tr: ['row'], td: ['cell', 'rowheader'], th: ['columnheader', 'rowheader'] },
      ],
    },
    settings: { 'jsx-a11y': { components: { Button: 'button' } } },
  },
  {
    // Rows read by plain SQL and JSON files have no types here; what they hold is what the tests
    // assert.
    files: ['tests/**/*.ts', 'scripts/**/*.ts', 'prisma/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  {
    // Verbs are the policy's job: no role is named where a screen or a command decides.
    files: ['app/**/*.{ts,tsx}', 'components/**/*.tsx', 'lib/**/*.ts'],
    ignores: ['lib/access/policy.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: `BinaryExpression[operator=/^[!=]==?$/] > Literal[value=/^(${roleNames.join('|')})$/]`,
          message: 'Ask can(viewer, verb) instead of naming a role.',
        },
        {
          selector: 'TSEnumDeclaration',
          message: 'Option lists are data in codes or schema, not enums.',
        },
        {
          selector: 'JSXAttribute[name.name="style"]',
          message: 'Inline styles break the content security policy.',
        },
      ],
    },
  },
)
