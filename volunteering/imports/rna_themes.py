"""From the register's codes of social purpose to the themes of a city.

Source: "Nomenclature WALDEC des objets sociaux" (Ministère de l'Intérieur), as the Journal officiel's announcements use
it: six figures, of which the first three are the family. Only what is sure: a code that is not here gives no theme,
politics (001) and beliefs (040) never do. A city without one of these slugs simply has no such theme.
"""

FAMILIES = {
    "003": "citoyennete",  # défense de droits fondamentaux, activités civiques
    "006": "culture",  # culture, pratiques d'activités artistiques, culturelles
    "007": "culture",  # clubs de loisirs, relations
    "009": "culture",  # action socio-culturelle
    "010": "culture",  # préservation du patrimoine
    "011": "sport",  # sports, activités de plein air
    "015": "education",  # éducation, formation
    "017": "sante",  # santé
    "018": "sante",  # services et établissements médico-sociaux
    "019": "solidarite",  # interventions sociales
    "020": "solidarite",  # associations caritatives, humanitaires, développement du bénévolat
    "021": "solidarite",  # services familiaux, services aux personnes âgées
    "024": "environnement",  # environnement, cadre de vie
    "036": "prevention",  # sécurité, protection civile
}
# Codes that say something else than their family, or whose family says nothing.
CODES = {
    "005020": "numerique",  # réseaux internet
    "007045": "animaux",  # élevage canin
    "007050": "animaux",  # animaux familiers, colombophilie, aquariophilie
    "007070": "environnement",  # jardins ouvriers, floralies
    "007075": "solidarite",  # échanges locaux, réseaux d'échanges
    "009005": "education",  # maisons de jeunes, foyers, clubs de jeunes
    "009015": "education",  # associations socio-éducatives, scoutisme
    "009020": "education",  # centres aérés, colonies de vacances
    "009025": "education",  # mouvements éducatifs de jeunesse et d'éducation populaire
    "009030": "quartier",  # comités des fêtes
    "009050": "international",  # jumelages, échanges culturels internationaux
    "010020": "citoyennete",  # commémorations, souvenir militaire
    "014035": "solidarite",  # groupements d'entraide et de solidarité
    "014050": "solidarite",  # associations féminines pour l'entraide et la solidarité
    "014070": "sante",  # personnes en situation de handicap, entraide
    "017300": "animaux",  # médecine animale, vétérinaire
    "018005": "education",  # accueil et protection de la petite enfance
    "020020": "international",  # associations caritatives intervenant au plan international
    "024026": "animaux",  # protection des animaux
    "030010": "solidarite",  # entreprises d'insertion, régies de quartier
    "030012": "quartier",  # comités de défense et d'animation de quartier
    "030050": "environnement",  # promotion d'initiatives de développement durable
    "032510": "solidarite",  # aide au logement
    "038105": "citoyennete",  # anciens combattants
}


def theme_of(code: str) -> str:
    """The theme's slug, or nothing."""
    return CODES.get(code) or FAMILIES.get(code[:3], "")
