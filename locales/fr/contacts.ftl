# Organisations sans compte : demander, répondre, décider.

contacts-title = Contacts sans compte
contacts-ask = Demander à quelqu’un qui n’a pas de compte
contacts-none = Personne n’a reçu de lien au sujet de cette mesure.
contacts-sent = { $name } ({ $email }), envoyé le { $on }
contacts-see-answer = Voir la réponse
link-open-until = Attend une réponse jusqu’au { $on }
link-state-open = Attend une réponse
link-state-used = Réponse reçue
link-state-revoked = Retiré
link-state-expired = Expiré sans réponse
link-revoke = Retirer le lien
done-contact-asked = Le courriel avec le lien est en route. La réponse arrivera dans votre travail.
done-contact-link-revoked = Le lien est retiré et n’ouvre plus rien.
done-answer-published = La réponse fait partie du dossier.
done-answer-declined = La réponse reste hors du dossier. Votre motif y est joint.

ask-title = Demander à quelqu’un où en est la mesure { $label }
ask-intro = Une personne sans compte reçoit un courriel avec un lien qui sert une seule fois. Sa réponse vous parvient d’abord : rien n’est publié sans votre accord.
ask-letter = Ce qu’elle lira
ask-letter-meaning = Le courriel part dans la langue que vous choisissez, avec un lien propre à chaque mesure.
ask-send = Envoyer le courriel
ask-record-yourself = Vous connaissez déjà la réponse? Consignez-la vous-même.
field-contact-lang = Langue du courriel
field-purpose = Ce que vous demandez
field-days = Durée du lien, en jours
field-days-hint = De 1 à 60.
field-also = Demander aussi dans le même courriel
field-also-hint = Ces mesures de la même organisation n’ont pas non plus de mise à jour pour cette période.
problem-too-many-links = Cinq liens au sujet de cette mesure attendent déjà une réponse. Retirez-en un d’abord.

link-closed-title = Ce lien n’ouvre plus rien
link-unknown = Ce lien est inconnu. Une partie s’est peut-être perdue en chemin : ouvrez-le de nouveau à partir du courriel.
link-closed-open = Ce lien fonctionne.
link-closed-used = Une réponse a déjà été envoyée par ce lien. Merci.
link-closed-revoked = Une réponse n’est plus nécessaire ici. Merci.
link-closed-expired = Ce lien a expiré.
link-closed-help = Si vous avez encore quelque chose à dire, écrivez à la personne qui vous a envoyé le courriel.
link-typed = Ce que vous aviez écrit
answer-title-update = Où en est cette mesure?
answer-title-evidence = Qu’est-ce qui prouve que c’est fait?
answer-intro = { $name }, vous n’avez besoin d’aucun compte : cette page est pour vous et sert une seule fois, jusqu’au { $on }.
answer-evidence-link-only = Donnez l’adresse Web d’un document que la coordination peut ouvrir. Aucun fichier ne peut être envoyé d’ici.
answer-whole-measure = La mesure dans son ensemble
answer-send = Envoyer la réponse
answer-send-hint = Elle parvient à la coordination du plan, qui la publie sous votre nom et celui de votre organisation. Le lien ne sert plus ensuite.
answered-title = Merci
answered-intro = Votre réponse est arrivée.
answered-next = La coordination du plan la lit avant de la publier. Vous n’avez rien d’autre à faire; vous pouvez fermer cette page.

answers-title = Réponses à examiner
answers-why = { $contact } : { $purpose }, { $at }
answers-look = Examiner la réponse
proposal-title = Réponse au sujet de la mesure { $label }
proposal-from = { $name } ({ $email }) a répondu le { $at }, sans compte.
proposal-caption = La réponse à côté du dossier
proposal-what = Quoi
proposal-now = Au dossier maintenant
proposal-answer = Sa réponse
proposal-publish-title = La publier
proposal-publish-meaning = Elle entre au dossier telle quelle, avec { $name } comme source et vous comme personne qui l’a publiée. Vous ne pourrez pas vérifier un achèvement que vous avez publié.
proposal-publish = Publier la réponse
proposal-decline-title = Ou l’écarter
proposal-decline = Écarter la réponse
proposal-published-by = Publiée par { $who } le { $at }.
proposal-declined-by = Écartée par { $who } le { $at }.
field-decline-reason = Pourquoi elle reste hors du dossier
field-publish = Publication
problem-no-longer-fits = La réponse ne peut pas être reprise telle quelle. Consignez vous-même ce qui est juste, ou écartez-la en disant pourquoi.

mail-contact-update-subject = Où en est votre mesure?
mail-contact-update-intro = { $from } coordonne le suivi du plan « { $plan } » et vous demande où en est le travail de votre organisation. Vous n’avez besoin d’aucun compte : ouvrez le lien, remplissez le formulaire et envoyez-le.
mail-contact-evidence-subject = Qu’est-ce qui prouve que votre mesure est réalisée?
mail-contact-evidence-intro = { $from } coordonne le suivi du plan « { $plan } » et vous demande une preuve de ce que votre organisation a réalisé. Vous n’avez besoin d’aucun compte : ouvrez le lien, remplissez le formulaire et envoyez-le.
mail-contact-measure = Mesure { $label } : { $text }
mail-contact-link-update = Dire où elle en est
mail-contact-link-evidence = Donner la preuve
mail-contact-place-of-link = (le lien)
mail-contact-once = { $days ->
    [one] Chaque lien sert une seule fois, pendant { $days } jour.
   *[other] Chaque lien sert une seule fois, pendant { $days } jours.
  } Ne le transmettez pas : quiconque l’a peut répondre à votre place.
mail-contact-who = Ce message a été envoyé pour { $from }. S’il ne vous est pas destiné, n’en tenez pas compte.
mail-answered-subject = { $contact } a répondu
mail-answered-intro = { $contact } a répondu par le lien que vous avez envoyé. Rien n’est publié sans votre accord.
mail-answered-what = Mesure { $label } du plan « { $plan } »
mail-answered-link = Examiner la réponse

history-contact-asked = Contact sollicité par courriel
history-contact-revoked = Lien d’un contact retiré
history-contact-answered = Réponse d’un contact reçue
history-contact-answer-published = Réponse d’un contact publiée
history-contact-answer-declined = Réponse d’un contact écartée
change-purpose = Ce qui était demandé
answer-choose = Choisir…
field-proof-title = Comment il s’appelle
field-proof-url = Adresse Web du document
field-proof-url-hint = Elle commence par https:// ou http://.
field-proof-marking = Cote de sécurité
field-proof-deliverable = Ce qu’il prouve
