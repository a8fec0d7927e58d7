# ouvrir une session
sign-in-intro = Entrez votre adresse de courriel au travail, avec ou sans mot de passe.
sign-in-intro-link = Entrez votre adresse de courriel au travail. Nous vous envoyons un lien qui ouvre votre session; il n’y a aucun mot de passe à retenir.
sign-in-intro-password = Entrez votre adresse de courriel au travail et votre mot de passe.
sign-in-intro-none = Personne ne peut ouvrir ici une session par un lien ou un mot de passe.
sign-in-submit = Ouvrir une session
sign-in-forgot = J’ai oublié mon mot de passe
sign-in-or = ou
sign-in-send-hint = Pas de mot de passe? Nous vous envoyons un lien qui ouvre votre session, une seule fois.
back-to-sign-in = Retour à l’ouverture de session
field-password = Mot de passe
field-new-password = Nouveau mot de passe
field-new-password-hint = Une courte phrase se retient bien et se devine mal. Ni chiffres ni signes ne sont exigés.
field-repeat-password = Le même mot de passe, encore une fois
field-current-password = Mot de passe actuel
field-passcode = Code
field-passcode-hint = Les six chiffres que montre votre application, ou un de vos codes de secours.
field-first-passcode = Code de l’application
field-first-passcode-hint = Les six chiffres qu’elle montre maintenant; ils changent toutes les 30 secondes.
password-rule = Au moins { $least } caractères, sans votre nom ni votre adresse. Il n’expire pas.
forgot-title = Choisir un nouveau mot de passe
forgot-intro = Entrez votre adresse de courriel au travail. Nous vous envoyons un lien qui permet de choisir un nouveau mot de passe.
forgot-send = M’envoyer le lien
forgot-sent-intro = Si cette adresse est celle d’une personne inscrite dans Suivi, un lien pour choisir un nouveau mot de passe est en route. Il sert une seule fois, pendant 30 minutes.
reset-title = Choisir un nouveau mot de passe
reset-intro = Votre nouveau mot de passe prend effet aussitôt. Toutes vos sessions ouvertes sont alors fermées.
reset-submit = Enregistrer le nouveau mot de passe
reset-not-valid-title = Ce lien ne peut plus servir
reset-not-valid = Chaque lien sert une seule fois, pendant 30 minutes. Il n’a pas modifié votre mot de passe.
reset-again = Demander un autre lien
arrival-title = Bienvenue, { $name }
arrival-intro = Votre session est ouverte dans Suivi. Vous y voyez ce qu’on attend de vous, et Suivi vous le rappelle à temps.
arrival-password-title = Un mot de passe, si vous en voulez un
arrival-password-optional = Un mot de passe ouvre votre session plus vite. Sans lui, vous recevez chaque fois un lien par courriel; vous pourrez aussi en choisir un plus tard.
arrival-password-needed = Il vous faut un mot de passe pour revenir.
arrival-password-late = Votre session est ouverte depuis un moment. Pour choisir un mot de passe maintenant, fermez-la et choisissez « J’ai oublié mon mot de passe » sur la page d’ouverture de session : vous recevrez un lien par courriel.
arrival-password-submit = Enregistrer le mot de passe
arrival-skip = Pas maintenant
arrival-go-on = Aller à mon travail
second-factor-title = Encore une étape
second-factor-intro = Votre compte est protégé par un second facteur. Ouvrez votre application d’authentification et entrez le code qu’elle montre pour Suivi.
second-factor-submit = Continuer
second-factor-help = Pas de téléphone sous la main? Entrez un de vos codes de secours; chacun sert une seule fois. Si vous n’en avez aucun, adressez-vous à l’administration de Suivi.
done-password-reset = Votre nouveau mot de passe est enregistré. Ouvrez une session avec lui.
done-signed-out-everywhere = Vos sessions sont fermées sur tous les appareils.

# problèmes
problem-too-short = Ce mot de passe a moins de caractères que demandé.
problem-easy-to-guess = Ce mot de passe se devine facilement : c’est surtout un nom, une adresse, un mot courant ou une répétition. Prenez quelques mots que personne d’autre ne mettrait ensemble.
problem-not-the-same = Ce n’est pas le même mot de passe que ci-dessus.
problem-wrong-password = Ce n’est pas votre mot de passe actuel.
problem-sign-in-again = Vous avez ouvert votre session il y a un moment. Fermez-la, ouvrez-en une autre et revenez ici dans les 15 minutes.
problem-wrong-code = Ce code est erroné, périmé ou déjà utilisé. Attendez le suivant et essayez de nouveau.
error-sign-in-refused = Cette adresse et ce mot de passe ne vont pas ensemble
error-sign-in-refused-help = Vérifiez les deux et essayez de nouveau.
sign-in-instead-link = Vous pouvez aussi demander un lien par courriel, avec le bouton ci-dessous.
sign-in-instead-forgot = Vous pouvez aussi choisir un nouveau mot de passe : « J’ai oublié mon mot de passe », ci-dessous, vous envoie un lien pour le faire.
error-too-many = Trop de tentatives
error-too-many-hours-help =
    { $hours ->
        [one] Il y a eu beaucoup de tentatives erronées de suite. Veuillez attendre { $hours } heure.
       *[other] Il y a eu beaucoup de tentatives erronées de suite. Veuillez attendre { $hours } heures.
    }
error-too-many-help =
    { $minutes ->
        [one] Pour la sécurité de tous, veuillez attendre { $minutes } minute et essayer de nouveau.
       *[other] Pour la sécurité de tous, veuillez attendre { $minutes } minutes et essayer de nouveau.
    }

# sa propre sécurité
security-account = Mon compte
security-title = Ouverture de session et sécurité
security-intro = Comment vous entrez dans Suivi, et où vos sessions sont ouvertes.
security-moment = { $date }, { $hour } h { $minute }
security-password-title = Mot de passe
security-password-set = Vous avez un mot de passe depuis le { $date }.
security-password-none = Vous n’avez pas de mot de passe : vous entrez par un lien reçu par courriel.
security-password-change = Changer le mot de passe
security-password-choose = Choisir un mot de passe
security-password-save = Enregistrer le mot de passe
security-password-effect = Vos sessions sur d’autres appareils se ferment, et un courriel vous confirme le changement.
security-factor-title = Second facteur
security-factor-about = Une application de votre téléphone montre un code qui change toutes les 30 secondes. Grâce à lui, un mot de passe ou une boîte de courriel en de mauvaises mains ne suffit pas pour entrer.
security-factor-apps = Il vous faut une application d’authentification : Microsoft Authenticator, Google Authenticator, FreeOTP ou une autre.
security-factor-on = En service depuis le { $date }.
security-factor-off = Pas en service.
security-factor-required = Votre rôle exige un second facteur; il ne peut pas être désactivé.
security-factor-first = Votre rôle exige un second facteur. Veuillez le mettre en service maintenant; vous pourrez ensuite continuer.
security-factor-set-up = Mettre en service un second facteur
security-factor-manage = Gérer le second facteur
security-factor-proof = Vous avez ouvert votre session il y a un moment. Entrez votre mot de passe, pour que nul autre ne configure un second facteur à votre nom.
security-factor-begin = Commencer
security-factor-confirm = Mettre en service
security-factor-off-title = Désactiver
security-factor-off-either = Entrez un code ou votre mot de passe, l’un ou l’autre suffit.
security-factor-off-code = Entrez un code pour montrer que c’est bien vous.
security-factor-turn-off = Désactiver le second facteur
security-qr-label = Code carré pour votre application d’authentification. La même clé figure en texte ci-dessous.
security-step-scan = Dans votre application, ajoutez un compte et balayez ce code carré.
security-step-type = Ou tapez cette clé dans l’application (selon l’heure, six chiffres) :
security-step-code = Entrez le code que l’application montre maintenant.
security-codes-title = Codes de secours
security-codes-left =
    { $count ->
        [0] Il ne vous reste aucun code de secours.
        [one] Il vous reste { $count } code de secours.
       *[other] Il vous reste { $count } codes de secours.
    }
security-codes-renew = Obtenir de nouveaux codes de secours
security-codes-intro = Chacun de ces codes vous fait entrer une fois sans votre téléphone.
security-codes-once = Ils ne sont montrés que maintenant. Imprimez-les ou notez-les, et gardez-les loin de votre téléphone et de votre ordinateur. Les codes d’avant ne servent plus.
security-codes-kept = Je les ai gardés
security-codes-not-shown = Les codes ne sont montrés qu’une fois, à leur création. De nouveaux codes remplacent les anciens.
security-codes-make = Créer de nouveaux codes
security-sessions-title = Où vos sessions sont ouvertes
security-sessions-about = Si vous ne reconnaissez pas un appareil, fermez sa session et changez votre mot de passe.
security-sessions-end-all = Fermer toutes les sessions
security-session-times = Depuis le { $started }; vu le { $seen }
security-session-this = Cet appareil
security-session-end = Fermer
security-session-end-which = Fermer la session sur { $device }
security-device = { $browser } sur { $system }
security-device-unknown = Appareil inconnu
done-password-set = Votre mot de passe est enregistré. Vos autres sessions sont fermées.
done-second-factor-off = Le second facteur est désactivé.
done-session-ended = La session est fermée.

# courriels
mail-password-reset-subject = Choisissez un nouveau mot de passe pour Suivi
mail-password-reset-intro = Quelqu’un, vous sans doute, a demandé un nouveau mot de passe pour Suivi. Suivez ce lien pour le choisir.
mail-password-reset-link = Choisir un nouveau mot de passe
mail-password-reset-not-you = Si vous n’avez rien demandé, ne tenez pas compte de ce message : votre mot de passe reste le même.
mail-notice-password-set-subject = Votre mot de passe dans Suivi a été enregistré
mail-notice-password-set-intro = Un nouveau mot de passe vient d’être enregistré pour votre compte dans Suivi, et les autres sessions ont été fermées.
mail-notice-second-factor-on-subject = Votre compte dans Suivi a un second facteur
mail-notice-second-factor-on-intro = Un second facteur vient d’être mis en service pour votre compte dans Suivi. Un code vous sera désormais demandé à l’ouverture de session.
mail-notice-second-factor-off-subject = Votre compte dans Suivi n’a plus de second facteur
mail-notice-second-factor-off-intro = Le second facteur de votre compte dans Suivi vient d’être désactivé.
mail-notice-recovery-code-used-subject = Un code de secours a servi dans Suivi
mail-notice-recovery-code-used-intro = Quelqu’un a ouvert une session de votre compte dans Suivi avec un de vos codes de secours. Ce code ne peut plus servir.
mail-notice-recovery-codes-renewed-subject = Nouveaux codes de secours dans Suivi
mail-notice-recovery-codes-renewed-intro = De nouveaux codes de secours viennent d’être créés pour votre compte dans Suivi. Les anciens ne servent plus.
mail-notice-second-factor-taken-subject = L’administration a retiré votre second facteur dans Suivi
mail-notice-second-factor-taken-intro = Le second facteur de votre compte dans Suivi a été retiré par l’administration, par exemple parce que votre téléphone a été perdu. Aucun code ne vous est plus demandé jusqu’à ce que vous en configuriez un nouveau.
mail-notice-sessions-ended-subject = L’administration a fermé vos sessions dans Suivi
mail-notice-sessions-ended-intro = Toutes les sessions de votre compte dans Suivi ont été fermées par l’administration, et les liens en route vers vous ne servent plus.
mail-notice-account-unlinked-subject = L’administration a dissocié votre compte de travail de Suivi
mail-notice-account-unlinked-intro = Le compte de travail avec lequel vous ouvriez vos sessions dans Suivi a été dissocié par l’administration, par exemple parce que vous en avez un nouveau; vos sessions sont fermées partout. La prochaine fois que vous ouvrirez une session avec un compte de travail qui porte votre adresse, c’est lui qui sera associé.
mail-notice-address-changed-subject = Votre adresse de courriel dans Suivi a été changée
mail-notice-address-changed-intro = L’administration a changé l’adresse de courriel de votre compte dans Suivi. Ce message est envoyé à l’ancienne adresse et à la nouvelle. Vos sessions sont fermées, et les liens envoyés à l’ancienne adresse ne servent plus.
mail-notice-by-others = Si vous savez pourquoi, il n’y a rien à faire. Sinon, avertissez l’administration.
mail-notice-not-you = Si c’était vous, il n’y a rien à faire. Sinon, ouvrez une session, fermez les sessions que vous ne reconnaissez pas, changez votre mot de passe et avertissez l’administration.
mail-notice-link = Voir l’ouverture de session et la sécurité

# what the audit trail says
field-way = Moyen d’entrée
way-link = Lien par courriel
way-invitation = Invitation
way-password = Mot de passe
way-single-sign-on = Authentification unique
way-demo = Démonstration
