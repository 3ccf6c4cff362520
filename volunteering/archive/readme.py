"""What whoever opens the archive in ten years reads first. In both languages, whatever the site speaks."""

NAME = "README.txt"
README = """\
CONTENU COMPLET D’UN SITE D’ENGAGEMENT (associations, agenda, bénévolat)
=======================================================================

Tout se lit sans logiciel particulier : du texte en UTF-8, des tableaux, des images et des documents.

  csv/            pour un tableur : une ligne par association, mission, date, bénévole…
  data/           tout, pour un programme : un fichier par table, un objet JSON par ligne
  media/          les images et documents, tels qu’ils ont été déposés
  manifest.json   version du format, date, versions des logiciels ; taille et empreinte SHA-256 de chaque fichier

Dans data/, un lien vers une autre ligne est la clé de celle-ci. Une page est en plusieurs tables : ce qu’ont toutes les
pages est dans wagtailcore.page, ce qu’un type a de propre dans sa table, sous le même numéro (page_ptr).
« path » donne sa place dans l’arborescence : quatre caractères par niveau. Les moments sont en temps universel (UTC).

Si les tables de personnes y sont (« without_people » vaut false dans manifest.json), ce fichier contient des données
personnelles en clair : noms, courriels, téléphones, messages. Il se garde sous clé, se remet en main propre ou chiffré,
et s’efface une fois repris.


ALL OF A SITE FOR ASSOCIATIONS, EVENTS AND VOLUNTEERING
=======================================================

Everything can be read without special software: text in UTF-8, tables, pictures and documents.

  csv/            for a spreadsheet: one row per association, mission, date, volunteer…; headings in the site's language
  data/           everything, for programs: one file per table, one JSON object per line
  media/          pictures and documents as they were uploaded
  manifest.json   version of the format, date, versions of the software; size and SHA-256 of each file

In data/, a link to another row is the key of that row. A page is in several tables: what all pages have is in
wagtailcore.page, what a type adds in its own table, under the same number (page_ptr). "path" is its place in the tree:
four characters per level. Moments are in UTC.

When the tables of people are there ("without_people" is false in manifest.json), this file holds personal data in
clear: names, addresses, telephone numbers, messages. Keep it locked up, hand it over in person or encrypted, and delete
it once it has been taken over.
"""
