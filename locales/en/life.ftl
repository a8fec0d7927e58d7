# what a rule of the life of a measure refuses
problem-reason-required = Say why: the reason stays on record.
problem-plan-not-in-force = The plan is not approved, or is closed.
problem-has-ended = This measure has come to an end.
problem-not-after-current = The new date must be later than the current one.
problem-already-requested = An extension was asked for already and waits for a decision.
problem-nothing-requested = No extension waits for a decision any more.
problem-requester-decides = Whoever asked for an extension does not decide it. Somebody else must, or a meeting.
problem-already-claimed = The measure was reported as completed, so it needs no later date.
problem-nothing-claimed = No completion claim waits for verification any more.
problem-own-claim = Whoever owns a measure, claimed it or added to the claim does not verify it. Somebody else must.
problem-evidence-missing = This measure is complete only with evidence: add a file or a link first.
problem-marking-too-high = Nothing above Protected A may be kept here. Keep the file where it belongs and add a link that says what it is.
problem-file-kind = This kind of file is not accepted, or the file is not what its name says.
problem-file-too-large = The file is larger than 20 MB. Add a link to it instead.
problem-too-many-files = This measure has as much evidence as it may have. Replace a piece instead.
problem-not-a-link = This is not a web address that starts with https:// or http://.
problem-not-an-amount = Enter an amount in dollars, such as 96,000 or 96 000.
problem-amount-not-tracked = What is not tracked has no amount: leave it empty, or choose how certain the amount is.
problem-not-a-fiscal-year = Enter a fiscal year, such as 2012-13.
problem-measures-open = A plan is closed when every measure has come to an end. Some are still open.

# lists
update-kind-progress = Progress
update-kind-nothing-new = Nothing new to report
marking-unclassified = Unclassified
marking-protected-a = Protected A
marking-choice-unclassified = Unclassified
marking-choice-protected-a = Protected A
marking-choice-protected-b = Protected B (cannot be kept here)
marking-choice-higher = Protected C, Confidential, Secret or above (cannot be kept here)
evidence-kind-file = File
evidence-kind-link = Link
verification-outcome-accepted = Accepted
verification-outcome-returned = Returned
disposition-kind-no-longer-applicable = No longer applicable
disposition-kind-superseded = Superseded by another measure
disposition-kind-transferred = Transferred to another organisation
contact-purpose-update = Progress update
contact-purpose-evidence = Evidence
proposal-state-waiting = To be looked at
proposal-state-published = Published
proposal-state-declined = Declined
cost-kind-commitment = Commitment
cost-kind-estimate = Estimate
cost-kind-actual = Actual
cost-source-new = New money
cost-source-reallocated = Reallocated
cost-source-unknown = Not said
certainty-exact = Exact
certainty-up-to = Up to
certainty-from-later-year = From a later year
certainty-not-tracked = Not tracked

# money
money = ${ $amount }
money-part = { $dollars }.{ $cents }
money-group = ,
