"""Where checks come from: the literature and the practice of the field, by a short key."""

__all__ = ["SOURCES"]

#: Citations by key. Titles are not translated.
SOURCES = {
    "shostack-1984": "G. L. Shostack, Designing Services That Deliver, Harvard Business Review, January 1984",
    "kingman-brundage-1989": "J. Kingman-Brundage, The ABCs of Service System Blueprinting, 1989",
    "fliess-2004": "S. Fliess and M. Kleinaltenkamp, Blueprinting the Service Company, Journal of Business Research 57, 2004",
    "bitner-2008": "M. J. Bitner, A. L. Ostrom and F. N. Morgan, Service Blueprinting: A Practical Technique for Service Innovation, "
    "California Management Review 50(3), 2008",
    "nng": "Nielsen Norman Group, Service Blueprints: Definition, and its articles on blueprint practice",
    "psb-2016": "E. Flowers and M. Miller, Practical Service Blueprinting, 2016",
    "adaptive-path-2016": "Adaptive Path, Guide to Service Blueprinting, 2016",
    "polaine-2013": "A. Polaine, L. Løvlie and B. Reason, Service Design: From Insight to Implementation, 2013",
    "kalbach-2016": "J. Kalbach, Mapping Experiences, 2016",
    "stickdorn-2018": "M. Stickdorn, M. Hormess, A. Lawrence and J. Schneider, This Is Service Design Doing, 2018",
    "cjml": "SINTEF, Customer Journey Modelling Language (CJML), guiding principles",
    "gds": "UK Government Digital Service, Service Manual: map and understand a user's whole problem",
    "wales": "Centre for Digital Public Services Wales, Service Manual: bilingual services",
    "b2b-map": "B2B International, Customer Journey Mapping: performance and improvement map",
    "milkymap": "Milkymap, journey structure and touchpoint scores: satisfaction and importance",
    "xla": "XLA practice (Giarte, HappySignals): service level beside experience level",
    "carlzon-1987": "J. Carlzon, Moments of Truth, 1987",
    "kano-1984": "N. Kano and others, Attractive Quality and Must-Be Quality, 1984",
    "kahneman-1993": "D. Kahneman and others, When More Pain Is Preferred to Less: Adding a Better End, Psychological Science 4, 1993",
    "maister-1985": "D. Maister, The Psychology of Waiting Lines, 1985",
    "parasuraman-1985": "A. Parasuraman, V. Zeithaml and L. Berry, A Conceptual Model of Service Quality, Journal of Marketing 49, 1985",
    "tax-brown-1998": "S. Tax and S. Brown, Recovering and Learning from Service Failure, Sloan Management Review 40, 1998",
    "goldratt-1984": "E. Goldratt and J. Cox, The Goal, 1984",
    "lean-hand-offs": "M. Poppendieck and T. Poppendieck, Lean Software Development: hand-offs as waste, 2003",
    "house": "Practice of this house: see the explanation",
}
