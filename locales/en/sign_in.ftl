# signing in
sign-in-intro = Enter your work e-mail address, with your password or without.
sign-in-intro-link = Enter your work e-mail address. We send you a link that signs you in; there is no password to remember.
sign-in-intro-password = Enter your work e-mail address and your password.
sign-in-intro-none = Nobody can sign in by a link or a password here.
sign-in-submit = Sign in
sign-in-forgot = I forgot my password
sign-in-or = or
sign-in-send-hint = No password? We mail you a link that signs you in, once.
back-to-sign-in = Back to sign-in
field-password = Password
field-new-password = New password
field-new-password-hint = A short sentence is easy to remember and hard to guess. No digits or signs are required.
field-repeat-password = The same password again
field-current-password = Current password
field-passcode = Code
field-passcode-hint = The six digits your app shows, or one of your recovery codes.
field-first-passcode = Code from the app
field-first-passcode-hint = The six digits it shows now; they change every 30 seconds.
password-rule = At least { $least } characters, without your name or address. It does not expire.
forgot-title = Choose a new password
forgot-intro = Enter your work e-mail address. We send you a link with which you choose a new password.
forgot-send = Send me the link
forgot-sent-intro = If this address belongs to someone in Suivi, a link to choose a new password is on its way. It works once, for 30 minutes.
reset-title = Choose a new password
reset-intro = Your new password takes effect at once. Wherever you are signed in now, you are signed out.
reset-submit = Save the new password
reset-not-valid-title = This link can no longer be used
reset-not-valid = Each link works once, for 30 minutes. Your password was not changed by it.
reset-again = Ask for another link
arrival-title = Welcome, { $name }
arrival-intro = You are signed in to Suivi. It shows what is asked of you, and reminds you in time.
arrival-password-title = A password, if you want one
arrival-password-optional = With a password you sign in faster. Without one, you get a link by mail each time; you can choose a password later, too.
arrival-password-needed = You need a password to come back.
arrival-password-late = It is a while since you came in. To choose a password now, sign out and choose “I forgot my password” on the sign-in page: you get a link by mail.
arrival-password-submit = Save the password
arrival-skip = Not now
arrival-go-on = Go to my work
second-factor-title = One more step
second-factor-intro = Your account is protected by a second factor. Open your authenticator app and enter the code it shows for Suivi.
second-factor-submit = Continue
second-factor-help = No phone at hand? Enter one of your recovery codes; each works once. Without any, ask the administrator of Suivi.
done-password-reset = Your new password is saved. Sign in with it.
done-signed-out-everywhere = You are signed out on all devices.

# problems
problem-too-short = This password has fewer characters than asked for.
problem-easy-to-guess = This password is easy to guess: it is mostly a name, an address, a common word or a repetition. Take a few words that only you would put together.
problem-not-the-same = This is not the same password as above.
problem-wrong-password = This is not your current password.
problem-sign-in-again = You signed in a while ago. Sign out, sign in again and come back here within 15 minutes.
problem-wrong-code = This code is wrong, has expired or was used before. Wait for the next one and try again.
error-sign-in-refused = This address and this password do not go together
error-sign-in-refused-help = Check both and try again.
sign-in-instead-link = You can also have a link sent to you, with the button below.
sign-in-instead-forgot = You can also choose a new password: “I forgot my password” below sends you a link for it.
error-too-many = Too many attempts
error-too-many-hours-help =
    { $hours ->
        [one] There were many wrong attempts in a row. Please wait for { $hours } hour.
       *[other] There were many wrong attempts in a row. Please wait for { $hours } hours.
    }
error-too-many-help =
    { $minutes ->
        [one] For everybody’s safety, please wait for { $minutes } minute and try again.
       *[other] For everybody’s safety, please wait for { $minutes } minutes and try again.
    }

# one's own security
security-account = My account
security-title = Sign-in and security
security-intro = How you get into Suivi, and where you are signed in.
security-moment = { $date }, { $hour }:{ $minute }
security-password-title = Password
security-password-set = You have a password since { $date }.
security-password-none = You have no password: you sign in by a link that comes by mail.
security-password-change = Change the password
security-password-choose = Choose a password
security-password-save = Save the password
security-password-effect = Your sessions on other devices end, and we mail you that the password was set.
security-factor-title = Second factor
security-factor-about = An app on your phone shows a code that changes every 30 seconds. With it, a password or a mailbox in the wrong hands is not enough to get in.
security-factor-apps = You need an authenticator app: Microsoft Authenticator, Google Authenticator, FreeOTP and others work.
security-factor-on = In use since { $date }.
security-factor-off = Not in use.
security-factor-required = Your role asks for a second factor; it cannot be turned off.
security-factor-first = Your role asks for a second factor. Please set it up now; then you can go on.
security-factor-set-up = Set up a second factor
security-factor-manage = Manage the second factor
security-factor-proof = You signed in a while ago. Enter your password, so that nobody else sets up a second factor in your name.
security-factor-begin = Begin
security-factor-confirm = Turn it on
security-factor-off-title = Turn it off
security-factor-off-either = Enter a code or your password, either will do.
security-factor-off-code = Enter a code to show that it is you.
security-factor-turn-off = Turn the second factor off
security-qr-label = Square code for your authenticator app. The same key is given as text below.
security-step-scan = In your app, add an account and scan this square code.
security-step-type = Or type this key into the app (time-based, six digits):
security-step-code = Enter the code that the app now shows.
security-codes-title = Recovery codes
security-codes-left =
    { $count ->
        [0] You have no recovery codes left.
        [one] You have { $count } recovery code left.
       *[other] You have { $count } recovery codes left.
    }
security-codes-renew = Get new recovery codes
security-codes-intro = Each of these codes lets you in once without your phone.
security-codes-once = They are shown only now. Print them or write them down, and keep them away from your phone and computer. Codes from before no longer work.
security-codes-kept = I have kept them
security-codes-not-shown = Codes are shown only once, when they are made. New codes replace the old ones.
security-codes-make = Make new codes
security-sessions-title = Where you are signed in
security-sessions-about = If you do not recognise a device, end its session and change your password.
security-sessions-end-all = Sign out everywhere
security-session-times = Since { $started }; last seen { $seen }
security-session-this = This device
security-session-end = End
security-session-end-which = End the session on { $device }
security-device = { $browser } on { $system }
security-device-unknown = Unknown device
done-password-set = Your password is saved. Your other sessions have ended.
done-second-factor-off = The second factor is turned off.
done-session-ended = The session has ended.

# mails
mail-password-reset-subject = Choose a new password for Suivi
mail-password-reset-intro = Somebody, most likely you, asked for a new password for Suivi. Follow this link to choose it.
mail-password-reset-link = Choose a new password
mail-password-reset-not-you = If you did not ask for it, ignore this message: your password stays as it is.
mail-notice-password-set-subject = Your password for Suivi was set
mail-notice-password-set-intro = A new password was just set for your account in Suivi, and other sessions were ended.
mail-notice-second-factor-on-subject = Your account in Suivi has a second factor
mail-notice-second-factor-on-intro = A second factor was just turned on for your account in Suivi. From now on you are asked for a code when you sign in.
mail-notice-second-factor-off-subject = Your account in Suivi has no second factor any more
mail-notice-second-factor-off-intro = The second factor of your account in Suivi was just turned off.
mail-notice-recovery-code-used-subject = A recovery code was used in Suivi
mail-notice-recovery-code-used-intro = Somebody signed in to your account in Suivi with one of your recovery codes. It cannot be used again.
mail-notice-recovery-codes-renewed-subject = New recovery codes in Suivi
mail-notice-recovery-codes-renewed-intro = New recovery codes were just made for your account in Suivi. The old ones no longer work.
mail-notice-second-factor-taken-subject = An administrator removed your second factor in Suivi
mail-notice-second-factor-taken-intro = The second factor of your account in Suivi was removed by an administrator, for example because your telephone was lost. You are no longer asked for a code until you set up a new one.
mail-notice-sessions-ended-subject = An administrator signed you out of Suivi
mail-notice-sessions-ended-intro = All sessions of your account in Suivi were ended by an administrator, and links on their way to you no longer work.
mail-notice-account-unlinked-subject = An administrator unlinked your work account from Suivi
mail-notice-account-unlinked-intro = The work account with which you signed in to Suivi was unlinked by an administrator, for example because you got another one; you are signed out everywhere. The next time you sign in with a work account that has your address, that one is linked.
mail-notice-address-changed-subject = Your e-mail address in Suivi was changed
mail-notice-address-changed-intro = An administrator changed the e-mail address of your account in Suivi. This message goes to the old address and to the new one. You are signed out, and links sent to the old address no longer work.
mail-notice-by-others = If you know why, there is nothing to do. If not, tell the administrator.
mail-notice-not-you = If this was you, there is nothing to do. If not, sign in, end the sessions you do not recognise, change your password and tell the administrator.
mail-notice-link = Look at sign-in and security

# what the audit trail says
field-way = Way in
way-link = Link by mail
way-invitation = Invitation
way-password = Password
way-single-sign-on = Single sign-on
way-demo = Demonstration
