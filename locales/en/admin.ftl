# Administration: the index, organisations, people.

nav-admin = Administration
help-contact = Questions? Write to
admin-intro = What holds for the whole instance. Every change made here is recorded with its author, and nothing is ever deleted.
admin-people = People
admin-people-about = Who may sign in, in which roles, who stands in for whom, and who is away.
admin-import = Invite many at once
admin-import-about = Paste a table or upload a CSV file; you see what will happen to each row before anybody is added.
admin-organisations = Organisations
admin-organisations-about = Who leads and supports measures, whether or not anybody there has an account.
admin-settings = Settings
admin-settings-about = The name of the instance and whom to ask for help, how people sign in, and when they are reminded.
admin-mail = Mail
admin-mail-about = What is sent to people, what could not be delivered and why.
admin-log = Log of changes
admin-log-about = Every change to every record: who, when, and what it was before.
admin-count-people = { $count ->
    [one] 1 person
   *[other] { $count } people
  }
admin-count-without-role = { $count } without a role
admin-count-invited = { $count ->
    [one] 1 invited, not come yet
   *[other] { $count } invited, not come yet
  }
admin-count-never-signed-in = { $count ->
    [one] 1 has never signed in, and has no invitation that works
   *[other] { $count } have never signed in, and have no invitation that works
  }
admin-count-organisations = { $count ->
    [one] 1 organisation
   *[other] { $count } organisations
  }
admin-count-empty-organisations = { $count } without anybody
admin-count-failed-mails = { $count ->
    [one] 1 mail was not delivered
   *[other] { $count } mails were not delivered
  }
admin-count-waiting-mails = { $count ->
    [one] 1 mail waits
   *[other] { $count } mails wait
  }

# what forms do
admin-add-do = Add
admin-edit-do = Change these facts
admin-keep-do = Save changes
admin-archive = Archive
admin-archive-do = Archive it
admin-restore-do = Restore
admin-is-archived = This is archived
admin-archived-why = Archived on { $date }: { $reason }
admin-whole-instance = The whole instance
admin-plan-choice = { $title } (plan { $number })
done-changes-kept = Your changes are saved.
done-archived = It is archived. Its records stay readable.
done-restored = It is back in use.
done-organisation-added = The organisation is added.
done-people-added = The people and roles of your table are added.
done-person-added = The person is added. No invitation was sent.
done-person-invited = The person is added, and an invitation is on its way.
done-person-factor-removed = The second factor is removed, and the person is told.
done-person-sessions-ended = All sessions of the person are ended, and the person is told.
done-person-account-unlinked = The work account is unlinked, and the person is told.
done-person-archived = The person is archived and can no longer sign in. Their records stay.
done-invitation-sent = An invitation is on its way. Earlier ones no longer work.
done-role-given = The role is given.
done-roles-given = The roles of your table are given.
done-role-taken = The role is taken back.
done-absence-added = The absence is added.
done-absence-cancelled = The absence is cancelled.

# organisations
admin-organisations-intro = An organisation that no longer takes part is archived: it stays on its records and is no longer offered for new ones.
admin-organisation-add = Add an organisation
admin-organisation-people = See its people
admin-organisation-counts = People who may sign in: { $people }. Live measures it leads: { $measures }.
admin-organisation-archive-about = It will no longer be offered for people and measures. Everything recorded about it stays readable, and it can be restored.
admin-organisation-restore-about = It is no longer offered for people and measures. Its records stay readable.
admin-found-organisations = { $count ->
    [0] No organisation matches.
    [one] 1 organisation.
   *[other] { $count } organisations.
  }
admin-leads = Live measures
admin-no-name = No name yet
admin-no-organisation = No organisation
field-code = Short code
field-code-hint = As people write it in plans, for example PS or RCMP; the English one where there are two. Two organisations cannot share one.
field-code-fr = Short code in French
field-code-fr-hint = Where French readers know it by another one, for example GRC beside RCMP.
field-name-en = Name in English
field-name-fr = Name in French
field-reason = Reason
field-reason-hint = It stays on the record for those who come later.
field-archived = Archived ones instead
field-empty = Without anybody

# people
admin-person-add = Add a person
admin-person-edit = Facts about { $name }
admin-person-facts = Facts
admin-found-people = { $count ->
    [0] Nobody matches.
    [one] 1 person.
   *[other] { $count } people.
  }
admin-state-all = All in use
admin-roles = Roles
admin-roles-do = Give or take back a role
admin-roles-of = Roles of { $name }
admin-roles-held = Roles held
admin-no-role = No role
admin-no-role-about = No role yet: this person can sign in but sees nothing.
admin-role-on = { $role } on { $plan }
admin-role-everywhere = { $role } on the whole instance
admin-role-give = Give a role
admin-role-give-do = Give the role
admin-role-take = Take back: { $role }
admin-role-take-do = Take back
admin-last-administrator = This is the last active administrator: name another one first.
admin-standing = On the way in
admin-last-sign-in = Last signed in { $date }
admin-invited = Invited on { $date }. The link works until { $until }.
admin-invited-before = Invited on { $date }. The link no longer works.
admin-invite-do = Send an invitation
admin-invite-again = Send another invitation
admin-invite-about = A mail in the person’s language, with a link that works once within seven days.
admin-away = Deputy and absences
admin-away-do = Name a deputy or add an absence
admin-away-of = Deputy and absences of { $name }
admin-away-now = Away now
admin-deputy = Deputy
admin-deputy-of = Stands in for
admin-deputy-about = A deputy of a lead may report for that lead at any time. In every other role, a deputy acts only while the person is away. What a deputy does is recorded in the deputy’s own name, and says in whose place it was done.
admin-deputy-gone = { $name } is archived and can no longer stand in. Name somebody else.
admin-no-deputy = Nobody
admin-absences = Absences
admin-absences-about = During these days the deputy acts and gets the reminders as well.
admin-absence-days = { $from } to { $to }
admin-absence-add = Add the absence
admin-absence-cancel = Cancel the absence: { $days }
admin-absence-cancel-do = Cancel
admin-no-absence = No absence is planned.
admin-rescue = Help with signing in
admin-rescue-about = For somebody who lost a device or got another work account. The person is told by mail, and the reason is kept in the log.
admin-rescue-factor = Remove the second factor
admin-rescue-factor-about = The person is no longer asked for a code until they set up a new second factor.
field-factor-reason = Why the second factor is removed
field-sessions-reason = Why the sessions are ended
admin-rescue-sessions = End all sessions
admin-rescue-sessions-about = The person is signed out everywhere, and links on their way no longer work.
admin-rescue-linked = Work account linked on { $date }.
admin-rescue-unlink = Unlink the work account
admin-rescue-unlink-about = For somebody whose work account was replaced. Their sessions end, and the next work account that signs in with the address of the person is linked instead.
field-unlink-reason = Why the work account is unlinked
admin-person-archive-about = The person can no longer sign in, and open sessions end at once. Roles and records stay, so that restoring brings everything back.
admin-person-restore-about = The person cannot sign in. Roles and records are kept.
admin-owned = { $count ->
    [one] 1 open measure names this person as its owner. Name another one first, or reminders go to the leads of the organisation.
   *[other] { $count } open measures name this person as their owner. Name others first, or reminders go to the leads of the organisation.
  }
field-name = Name
field-person-lang = Language
field-role = Role
field-roles = Roles
field-roles-hint = What the person may do. More can be given later, also on other plans.
field-role-plan = Where the roles hold
field-role-plan-hint = Administration always holds for the whole instance; coordinators usually need it as well.
field-plan = Plan
field-invite = Send an invitation by mail
field-invite-hint = In the person’s language, with a link that works once within seven days.
field-state = State
field-deputy = Deputy
field-starts-on = First day away
field-ends-on = Last day away
field-grant = Role held
role-help-administrator = Runs the instance: people, organisations, settings, the log.
role-help-coordinator = The secretariat: plans, import, meetings, verification.
role-help-lead = Reports on the measures of the own organisation, and asks for extensions.
role-help-member = Reads the group’s plans, comments, proposes decisions.
role-help-executive = Reads summaries, decides extensions and retirements.
role-help-reader = Reads.
person-state-active = Has signed in
person-state-invited = Invited
person-state-never-signed-in = Never signed in
person-state-archived = Archived
