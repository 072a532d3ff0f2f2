export type PrivacyRefusal = 'privacy.account-open' | 'privacy.unknown-subject'
