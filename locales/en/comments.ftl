# Comments on a measure, and the decisions they propose.

# on the page of the measure
comments-title = Comments
comments-intro = Those who work with this plan read the comments; readers and contacts do not know of them.
comments-none = Nobody has commented yet.
comment-by = { $who }, { $date }
comment-proposes = Proposed: { $decision }
comment-waits = Waits for an answer
comment-followed = Followed by { $who } on { $date }.
comment-set-aside = Set aside by { $who } on { $date }:
comment-withdrawn-by = Withdrawn by { $who } on { $date }:
comment-see = Open the comment
comment-add = Add a comment
comment-send = Add the comment
proposes-nothing = No: only a comment
proposed-no-longer-applicable = No longer to be done
proposed-superseded = Replace it by another measure
proposed-transferred = Hand it over to another organisation
proposed-deliverable-retired = Drop one of its deliverables
proposed-verification = Verify that it is done
proposed-other = Another decision
done-comment-added = Your comment is added.
done-comment-withdrawn = The comment is withdrawn. It stays on record.
done-proposal-answered = Your answer is recorded, and the person who made the proposal was told.

# the page of a comment
comment-title = Comment on measure { $label }
comment-decide = Decide about the measure
comment-decide-help = Once what is proposed is decided, the proposal is answered by itself.
comment-answer-send = Record the answer
proposal-answer-followed = It was followed
proposal-answer-help-followed = The decision was taken. This answer alone changes nothing about the measure.
proposal-answer-set-aside = Set it aside
proposal-answer-help-set-aside = Say why below: the person who made the proposal reads it.
comment-withdraw = Withdraw the comment
comment-withdraw-help = It stays on record with your name and the reason. What it says is then shown to the coordination alone, and what it proposes needs no answer any more.

# the fields
field-comment-text = Comment
field-comment-text-hint = A comment is neither edited nor deleted afterwards; it can be withdrawn with a reason.
field-proposes = Do you propose a decision?
field-proposes-hint = Say why in the comment. The coordinators of the plan are told and answer; the proposal changes nothing by itself.
field-comment-reason = Why do you withdraw it?
field-proposal-answer = What became of the proposal?
field-answer-reason = Why?
field-answer-reason-hint = Needed to set a proposal aside.

# deciding about a measure, and my work
fate-proposals = Proposed
fate-follows-how = Tick each proposal that your decision follows: whoever wrote it is told. What is not ticked stays open; only where the measure is no longer to be done is every proposal of that kind followed.
fate-follows-gone = A proposal you had ticked was answered or withdrawn in the meantime. Send the form again if your decision stays the same.
field-follows = This decision follows it
asked-answer-proposal = Answer the proposal
asked-answer-proposal-why = A decision is proposed and waits for an answer.

# the report of a meeting
report-proposed = Proposed decisions
report-proposed-note = For those who work with the plan. Readers of the plan do not see this part.
report-proposed-caption = Decisions that are proposed and wait for an answer
report-column-proposed = Proposed decision
report-column-proposed-by = Proposed by
report-column-proposed-on = Since

# history
record-comment = Comment
record-named-comment = Comment on measure { $name }
history-comment-added = Comment added
history-comment-withdrawn = Comment withdrawn
history-comment-proposal-followed = Proposal followed
history-comment-proposal-set-aside = Proposal set aside
change-comment = Comment
change-proposed-decision = Proposed decision
change-answer-reason = Reason

# mail
notice-link-answer = Answer the proposal
notice-decision-proposed-subject = Decision proposed: measure { $label }
notice-decision-proposed = { $who } proposes a decision about measure { $label }: { $decision }. The proposal changes nothing by itself and waits for an answer.
notice-proposal-followed-subject = Your proposal was followed: measure { $label }
notice-proposal-followed = { $who } recorded that your proposal about measure { $label } was followed: { $decision }.
notice-proposal-set-aside-subject = Your proposal was set aside: measure { $label }
notice-proposal-set-aside = { $who } set your proposal about measure { $label } aside: { $decision }.
notice-comment-withdrawn-subject = Your comment was withdrawn: measure { $label }
notice-comment-withdrawn = { $who } withdrew your comment on measure { $label }. It stays on record; what it says is shown to the coordination alone.
