export type PrivacyRefusal = 'privacy.account-open'
