# Les preuves d’une mesure.

evidence-title = Preuves : mesure { $label }
evidence-short = Preuves
evidence-intro = Ce qui démontre que le travail est fait : un fichier conservé ici, ou un lien vers l’endroit où il se trouve. Chaque version reste au dossier.
evidence-of-measure = La mesure dans son ensemble
evidence-none = Rien pour l’instant.
evidence-add = Ajouter une preuve
evidence-add-file = Ajouter un fichier
evidence-add-link = Ajouter un lien
evidence-link-instead = Ajouter plutôt un lien : c’est ce qui convient à ce qui est conservé dans un autre système.
evidence-file-instead = Ajouter plutôt un fichier
evidence-send-file = Ajouter ce fichier
evidence-send-link = Ajouter ce lien
evidence-choose-again = Choisissez de nouveau le fichier : rien n’en a été conservé.
evidence-reopens = Cette mesure est vérifiée et fermée. Ce que vous ajoutez la remet à vérifier.
evidence-replaces-nothing = Rien : c’est une nouvelle preuve
evidence-replaces-piece = { $title } (version { $version })
evidence-audience-internal = Les personnes qui travaillent avec le plan
evidence-audience-public = Tous les lecteurs du plan
evidence-internal = Interne
evidence-public = Publique
evidence-version = Version { $version }
evidence-added-by = { $who }, { $date }
evidence-added-for = { $who } pour { $contact }, { $date }
evidence-earlier = { $count ->
    [one] { $count } version antérieure
   *[other] { $count } versions antérieures
  }
evidence-print = Empreinte
evidence-print-help = L’empreinte SHA-256 du fichier. Une copie qui a la même empreinte est le même fichier, à l’octet près.
evidence-file-name = Nom du fichier : { $name }
evidence-size-kb = { $size } Ko
evidence-size-mb = { $size } Mo
evidence-replace = Ajouter une nouvelle version
evidence-replace-this = Ajouter une nouvelle version de « { $title } »
evidence-withdraw = Retirer
evidence-withdraw-this = Retirer « { $title } »
evidence-withdraw-title = Retirer une preuve
evidence-withdraw-intro = Ce qui est retiré ne compte plus comme preuve. La preuve reste au dossier avec votre motif, et seule la coordination peut encore l’ouvrir.
evidence-withdraw-reopens = Cette mesure est vérifiée et fermée. Retirer une preuve la remet à vérifier.
evidence-withdrawn = Retirée le { $date } : { $reason }
evidence-count = { $count ->
    [one] { $count } preuve
   *[other] { $count } preuves
  }
evidence-all = Voir les preuves et leurs versions
evidence-deliverable-none = Aucune preuve pour l’instant
evidence-for-this = Ajouter une preuve pour « { $title } »
deliverable-due-own = Échéance : { $date }
deliverable-due-measure = Échéance de la mesure : { $date }
evidence-choose = Choisissez…

field-evidence-title = Titre
field-evidence-title-hint = Ce que l’on cherchera : « Procès-verbal de la réunion du 4 juin 2026 ».
field-evidence-url = Adresse Web
field-evidence-url-hint = L’adresse complète, avec https://. Elle doit s’ouvrir pour les personnes qui en ont besoin.
field-marking = Cote de sécurité
field-marking-hint = Protégé A au plus. Pour un lien : la cote de son titre et de son adresse, non celle du document auquel il mène.
field-public = Qui peut la voir
field-replaces = Remplace
field-document = Fichier
field-document-hint = PDF, Word, Excel, PowerPoint ou OpenDocument sans macros, PNG, JPEG, texte, CSV ou courriel (.eml), jusqu’à 20 Mo.
field-withdraw-reason = Pourquoi la retirez-vous?

change-evidence = Preuve
change-file = Fichier
change-url = Adresse Web
change-sha256 = Empreinte

done-evidence-added = La preuve est ajoutée.
done-evidence-withdrawn = La preuve est retirée. Elle reste au dossier.
error-file-damaged = Ce fichier est endommagé
error-file-damaged-help = Ce n’est pas, à l’octet près, le fichier qui a été conservé. Il ne vous a pas été envoyé. Avisez la coordination, qui pourra l’ajouter de nouveau à partir de la source.
record-evidence = Preuve
history-evidence-added = Preuve ajoutée
history-evidence-replaced = Nouvelle version d’une preuve ajoutée
history-evidence-withdrawn = Preuve retirée
change-contact = Envoyée par
problem-too-many-versions = Cette preuve compte déjà cinquante versions. Ajoutez ce que vous avez comme nouvelle preuve.
