# Administration : plusieurs personnes à la fois, les paramètres, les courriels, le journal, l’invitation.

# plusieurs personnes à la fois
admin-import-intro = Une ligne par personne et par rôle, avec le nom des colonnes sur la première ligne. Rien n’est écrit avant que vous ayez vu ce qui se passera.
admin-import-columns = Quelles colonnes faut-il?
admin-import-columns-about = Le nom, le courriel, la langue et le rôle sont nécessaires; l’organisation (son sigle) et le plan (son numéro, pour un rôle sur ce plan seulement) peuvent manquer. L’ordre n’importe pas, et les noms peuvent être en français ou en anglais. Les cellules sont séparées par des virgules, des points-virgules ou des tabulations : une sélection copiée d’un tableur peut être collée telle quelle.
admin-import-example =
    nom,courriel,langue,organisation,rôle,plan
    Jo Roy,jo.roy@organisation.gc.ca,fr,SP,responsable,
    Ann Li,ann.li@organisation.gc.ca,en,GRC,lecture,1
admin-import-paste = Coller un tableau
admin-import-upload = Ou téléverser un fichier
admin-import-read = Voir ce qui se passera
admin-import-send = Téléverser et voir ce qui se passera
admin-import-preview = Ce qui se passera
admin-import-was-done = Ce tableau a été traité.
admin-import-new = { $count } à ajouter
admin-import-roles = { $count ->
    [one] { $count } ligne donne un rôle de plus
   *[other] { $count } lignes donnent un rôle de plus
  }
admin-import-archived = { $count } aux archives
admin-import-decide-roles = { $count ->
    [one] Donner { $count } rôle?
   *[other] Donner { $count } rôles?
  }
admin-import-do-roles = { $count ->
    [one] Donner { $count } rôle
   *[other] Donner { $count } rôles
  }
admin-import-is = Cette adresse est celle de { $name }.
admin-import-there = { $count } déjà là
admin-import-wrong = { $count ->
    [one] { $count } ligne pose problème
   *[other] { $count } lignes posent problème
  }
admin-import-correct-first = Certaines lignes ne sont pas encore correctes. Le problème est dit à côté de chaque cellule; corrigez le texte sous le tableau et faites-le relire. Personne n’a été ajouté.
admin-import-nothing = Personne dans ce tableau n’est à ajouter ni ne reçoit de rôle : qui n’est pas aux archives a déjà ce que dit le tableau.
admin-import-decide = { $count ->
    [one] Ajouter { $count } personne?
   *[other] Ajouter { $count } personnes?
  }
admin-import-decide-about = Tout se fait, ou rien. Qui est déjà là reçoit seulement les rôles qui manquent; qui est aux archives n’en reçoit aucun avant d’être rétabli.
admin-import-do = { $count ->
    [one] Ajouter { $count } personne
   *[other] Ajouter { $count } personnes
  }
admin-import-text = Votre tableau
admin-import-again = Relire
admin-import-rows = Lignes de votre tableau
admin-import-line = Ligne
admin-import-line-number = Ligne { $line }
admin-import-fate = Ce qui se passera
admin-fate-new = Sera ajoutée
admin-fate-role = Reçoit ce rôle
admin-fate-archived = Aux archives – à rétablir d’abord
admin-fate-there = Déjà là
admin-fate-wrong = Problème
field-table = Tableau
field-table-hint = Au plus 2 000 lignes et 1 Mo.
field-people-file = Fichier
field-people-file-hint = Un tableau (.csv) ou du texte brut, au plus 2 000 lignes et 1 Mo.

# paramètres
admin-settings-intro = Trois groupes, chacun enregistré à part. Le journal garde la valeur précédente.
admin-settings-instance = Nom et aide
admin-settings-instance-about = Le nom figure dans l’en-tête de chaque page et dans les invitations; l’adresse figure au bas des pages et sur la page d’ouverture de session.
admin-settings-sign-in = Ouverture de session
admin-settings-sign-in-about = Comment on entre et combien de temps on reste. Les liens ou les mots de passe doivent rester permis, pour qu’il y ait toujours une façon d’entrer.
admin-settings-reminders = Rappels
admin-settings-reminders-about = Quand on rappelle une échéance. Tout ce qui est à dire à une personne le même jour tient dans un seul courriel; rien ne part la fin de semaine ni les jours fériés.
done-settings-kept = Les paramètres sont enregistrés et valent dès maintenant.
field-contact = Adresse d’aide
field-contact-hint = À qui l’on écrit quand on est mal pris.
field-links = Session par un lien envoyé par courriel
field-links-hint = Qui lit les courriels d’une personne peut ouvrir une session à sa place.
field-passwords = Session par mot de passe
field-passwords-hint = Chaque personne peut se choisir un mot de passe.
field-password-length = Longueur minimale du mot de passe
field-password-length-hint = En caractères, de 12 à 64. Il n’y a pas d’autre règle : c’est la longueur qui protège.
field-second-factor-for = Qui doit confirmer par un second facteur
field-second-factor-for-hint = Les personnes qui ont un de ces rôles confirment chaque ouverture de session par un code d’une application de leur téléphone.
field-idle-minutes = Fermer la session après tant de minutes d’inactivité
field-idle-minutes-hint = De 5 à 1 440 minutes (un jour).
field-absolute-hours = Fermer la session après tant d’heures dans tous les cas
field-absolute-hours-hint = De 1 à 720 heures (30 jours).
field-days-before = Jours avant l’échéance
field-days-before-hint = Au plus dix nombres de 1 à 365, séparés par des virgules : 30, 14, 3. Laissez vide pour ne rien envoyer avant.
field-on-due-day = Rappeler le jour de l’échéance
field-every-days-after = Jours entre les rappels après l’échéance
field-every-days-after-hint = De 1 à 90; 7 donne un rappel par semaine. Laissez vide pour ne rien envoyer après.

# courriels
admin-mail-intro = Les courriels qui n’ont pas pu être remis viennent d’abord. L’envoi est repris de lui-même pendant quelques heures; ensuite, le courriel vous attend ici.
admin-found-mails = { $count ->
    [0] Aucun courriel ne correspond.
    [one] { $count } courriel.
   *[other] { $count } courriels.
  }
admin-mail-subject = Courriel
admin-mail-to = À
admin-mail-written = Écrit
admin-mail-words = Ce qu’il dit
admin-mail-attempts = { $count ->
    [one] { $count } essai
   *[other] { $count } essais
  }
admin-mail-next = Prochain essai : { $at }
admin-mail-sent = { $at }
admin-mail-secret = Le texte de ce courriel n’est pas montré : il porte un lien qui vaut un mot de passe.
admin-mail-gone-sign-in = Il portait un lien personnel, qui n’est pas conservé. La personne peut en demander un nouveau sur la page d’ouverture de session.
admin-mail-gone-password-reset = Il portait un lien personnel, qui n’est pas conservé. La personne peut en demander un nouveau sur la page d’ouverture de session.
admin-mail-gone-invitation = Il portait un lien personnel, qui n’est pas conservé. Une personne de l’administration peut envoyer une autre invitation, depuis la page de la personne.
admin-mail-gone-contact = Il portait un lien personnel, qui n’est pas conservé. Une personne de la coordination peut redemander la réponse, depuis la page de la mesure.
admin-mail-retry-title = Courriels non remis
admin-mail-retry-about = Une fois la cause écartée, faites tout renvoyer. Personne ne reçoit un courriel deux fois.
admin-mail-retry-all = { $count ->
    [one] Renvoyer { $count } courriel
   *[other] Renvoyer { $count } courriels
  }
admin-mail-retry-one = Renvoyer à { $address }
admin-mail-retry-do = Renvoyer
done-mail-retried = Le courriel est de nouveau en route.
done-mails-retried = Les courriels sont de nouveau en route.
field-kind = Genre
field-mail-person = Nom ou adresse
mail-kind-digest = Rappel
mail-kind-sign-in = Lien d’ouverture de session
mail-kind-invitation = Invitation
mail-kind-password-reset = Nouveau mot de passe
mail-kind-notice = Avis
mail-kind-contact = Question à une personne-ressource
mail-state-waiting = En attente
mail-state-sending = Envoi en cours
mail-state-sent = Envoyé
mail-state-failed = Non remis
mail-error-timeout = Le serveur de courriel n’a pas répondu à temps.
mail-error-smtp-timeout = Le serveur de courriel n’a pas répondu à temps.
mail-error-smtp-tls = Aucune connexion protégée au serveur de courriel n’a pu être établie.
mail-error-smtp-connection = Le serveur de courriel n’a pas pu être joint.
mail-error-smtp-response = Le serveur de courriel a donné une réponse incompréhensible.
mail-error-smtp-client = Le courriel n’a pas pu être confié au serveur de courriel.
mail-error-address = On ne peut pas écrire à cette adresse.
mail-error-message = Le courriel n’a pas pu être composé.
mail-error-interrupted = Le programme s’est arrêté pendant l’envoi, à chaque essai.
mail-error-smtp-later = Le serveur de courriel a demandé d’essayer plus tard ({ $code }).
mail-error-smtp-refused = Le serveur de courriel l’a refusé pour de bon ({ $code }) : le plus souvent, l’adresse n’existe pas.
mail-error-file = Le courriel n’a pas pu être écrit dans son dossier ({ $code }).
mail-error-other = L’envoi a échoué pour une raison inconnue ({ $code }).

# l’invitation
mail-invitation-subject = { $inviter } vous invite dans Suivi
mail-invitation-intro = { $inviter } vous invite dans Suivi, où des organisations suivent ce qu’elles ont promis en réponse à des évaluations et à des audits.
mail-invitation-intro-of = { $inviter } vous invite dans le Suivi de { $instance }, où des organisations suivent ce qu’elles ont promis en réponse à des évaluations et à des audits.
mail-invitation-role = Votre rôle : { $role }
mail-invitation-role-on = Votre rôle sur le plan « { $plan } » : { $role }
mail-invitation-link = Accepter l’invitation
mail-invitation-once = Le lien sert une seule fois, jusqu’au { $date }. Ensuite, demandez-en un nouveau sur la page d’ouverture de session, avec cette adresse.
mail-invitation-not-you = Si vous ne vous attendiez pas à ce courriel, écrivez à la personne qui vous invite, ou ne faites rien.

# ce que dit le journal
change-archived-on = Archivage
change-links = Session par lien
change-passwords = Session par mot de passe
change-second-factor-for = Second facteur exigé de
change-idle-minutes = Minutes d’inactivité
change-absolute-hours = Heures dans tous les cas
change-on-due-day = Rappel le jour de l’échéance
change-mail-state = État du courriel
change-last-error = Ce qui n’a pas fonctionné

# problèmes
problem-not-a-day = Entrez un jour sous la forme année, mois et jour, comme 2018-04-30.
problem-ends-before-start = Le dernier jour vient avant le premier.
problem-already-over = C’est déjà passé.
problem-no-longer-here = Cette personne a été archivée et ne reçoit plus de courriel.
problem-last-administrator = C’est la dernière personne active à l’administration : sans elle, nul ne pourrait gérer l’instance. Nommez-en d’abord une autre.
problem-not-oneself = On ne peut pas être sa propre personne suppléante.
problem-no-way-in = Gardez les liens ou les mots de passe, pour qu’on puisse ouvrir une session.
problem-no-such-organisation = Aucune organisation active n’a ce sigle.
problem-no-such-role = Ce rôle n’existe pas : administration, coordination, responsable, membre, haute direction ou lecture.
problem-no-such-language = Écrivez fr ou en.
problem-no-such-plan = Aucun plan n’a ce numéro.
problem-whole-instance = L’administration vaut toujours pour toute l’instance. Pour un seul plan, donnez la coordination.
problem-repeated = Une ligne plus haut a la même adresse et le même rôle.
problem-unlike-earlier = Une ligne plus haut, à la même adresse, dit autre chose ici.
problem-too-many-cells = Cette ligne a plus de cellules qu’il n’y a de colonnes. Une virgule dans une cellule demande des guillemets autour.
problem-too-many-rows = Il y a plus de 2 000 lignes. Envoyez-les en plusieurs parties.
problem-columns-missing = La première ligne doit nommer les colonnes : nom, courriel, langue et rôle, en français ou en anglais.
problem-rows-wrong = Certaines lignes ne sont pas encore correctes, ou il n’y a personne à ajouter.
