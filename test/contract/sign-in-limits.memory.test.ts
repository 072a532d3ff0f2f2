import { createSignInLimits } from '#server/access/limits.ts'
import { signInLimitsContract } from './sign-in-limits.contract.ts'

signInLimitsContract(() => Promise.resolve(createSignInLimits()))
