import { dannysId } from '@/tests/support/pages/database'
import { expect, test } from '@/tests/support/pages/journey'
import { faultsOf } from '@/tests/support/pages/look'

// What was agreed and what comes next: a goal in his words, who does what, the review, on a phone
// and on a desktop.
