# Evidence of a measure.

evidence-title = Evidence: measure { $label }
evidence-short = Evidence
evidence-intro = What proves that the work is done: a file kept here, or a link to where it is kept. Each version stays on record.
evidence-of-measure = The measure as a whole
evidence-none = Nothing yet.
evidence-add = Add evidence
evidence-add-file = Add a file
evidence-add-link = Add a link
evidence-link-instead = Add a link instead: the best way for what is kept in another system.
evidence-file-instead = Add a file instead
evidence-send-file = Add this file
evidence-send-link = Add this link
evidence-choose-again = Choose the file again: nothing was kept of it.
evidence-reopens = This measure is verified and closed. What you add sets it back to be verified.
evidence-replaces-nothing = Nothing: it is new
evidence-replaces-piece = { $title } (version { $version })
evidence-audience-internal = Those who work with the plan
evidence-audience-public = Every reader of the plan
evidence-internal = Internal
evidence-public = Public
evidence-version = Version { $version }
evidence-added-by = { $who }, { $date }
evidence-added-for = { $who } for { $contact }, { $date }
evidence-earlier = { $count ->
    [one] 1 earlier version
   *[other] { $count } earlier versions
  }
evidence-print = Fingerprint
evidence-print-help = The SHA-256 of the file. A copy with the same fingerprint is the same file to the last byte.
evidence-file-name = File name: { $name }
evidence-size-kb = { $size } KB
evidence-size-mb = { $size } MB
evidence-replace = Add a new version
evidence-replace-this = Add a new version of “{ $title }”
evidence-withdraw = Withdraw
evidence-withdraw-this = Withdraw “{ $title }”
evidence-withdraw-title = Withdraw evidence
evidence-withdraw-intro = What is withdrawn no longer counts as evidence. It stays on record with your reason, and only the coordination can still open it.
evidence-withdraw-reopens = This measure is verified and closed. Withdrawing evidence sets it back to be verified.
evidence-withdrawn = Withdrawn on { $date }: { $reason }
evidence-count = { $count ->
    [one] 1 piece of evidence
   *[other] { $count } pieces of evidence
  }
evidence-all = See the evidence and its versions
evidence-deliverable-none = No evidence yet
evidence-for-this = Add evidence for “{ $title }”
deliverable-due-own = Due { $date }
deliverable-due-measure = Due with the measure, { $date }
evidence-choose = Choose…

field-evidence-title = Title
field-evidence-title-hint = What people will look for: “Minutes of the meeting of June 4, 2026”.
field-evidence-url = Web address
field-evidence-url-hint = The whole address, with https://. It has to open for those who need to see it.
field-marking = Security marking
field-marking-hint = Protected A at most. For a link: the marking of its title and address, not of the document it leads to.
field-public = Who may see it
field-replaces = Replaces
field-document = File
field-document-hint = PDF, Word, Excel, PowerPoint or OpenDocument without macros, PNG, JPEG, text, CSV or e-mail (.eml), up to 20 MB.
field-withdraw-reason = Why do you withdraw it?

change-evidence = Evidence
change-file = File
change-url = Web address
change-sha256 = Fingerprint

done-evidence-added = The evidence is added.
done-evidence-withdrawn = The evidence is withdrawn. It stays on record.
error-file-damaged = This file is damaged
error-file-damaged-help = It is not, byte for byte, the file that was kept. It was not sent to you. Tell the coordinator, who can add it again from its source.
record-evidence = Evidence
history-evidence-added = Evidence added
history-evidence-replaced = New version of evidence added
history-evidence-withdrawn = Evidence withdrawn
change-contact = Sent by
problem-too-many-versions = This piece of evidence has fifty versions already. Add what you have as a new piece.
