#pragma once

/// Two dozen substances through human skin from water, one median each, with the papers behind it: those of Cheruvu2022
/// that most papers measured. docs/theory/transport.md.
namespace percuta::tests {

struct MeasuredPermeability {
  const char* compound;
  double mass, log_kow;    ///< [g/mol], [1]
  double log_kp;           ///< median of log10 of cm/s
  double lowest, highest;  ///< of the measurements behind it
  int n;                   ///< of these
  const char* papers;
};

inline constexpr MeasuredPermeability k_two_dozen[] = {
    {"5-Fluorouracil", 130.1, -0.78, -8.165, -8.933, -7.850, 23,
     "Williams and Barry 1989; Williams and Barry 1991a; Williams et al. 1992"},
    {"Butanol", 74.1, 0.88, -6.158, -6.214, -5.659, 6,
     "Blank et al. 1967; Cross et al. 2003; Durrheim et al. 1980; Mitragotri et al. 1995; Mitragotri et al. 1996; "
     "Scheuplein 1965; Scheuplein and Blank 1973"},
    {"Caffeine", 194.19, -0.08, -7.255, -8.142, -5.159, 7,
     "Barbero et al. 2016; Bonina et al. 1993; Dias et al. 1999; Ellison et al. 2020; Eman et al. 2019; Najib et al. "
     "2020"},
    {"Chlorocresol", 142.6, 2.89, -5.000, -5.418, -4.820, 3, "Roberts et al. 1977; Zhang et al. 2009"},
    {"Chloroxylenol", 156.6, 3.35, -4.718, -4.785, -4.651, 2, "Roberts et al. 1977; Zhang et al. 2009"},
    {"Cortisone", 360.5, 1.24, -7.968, -8.556, -7.380, 2, "Buist et al. 2010; Scheuplein et al. 1969"},
    {"Decanol", 158.3, 3.9, -5.311, -5.515, -4.602, 9,
     "Buist et al. 2010; Cross et al. 2003; Durrheim et al. 1980; Mitragotri et al. 2000; Scheuplein 1965; Scheuplein "
     "and Blank 1973"},
    {"Estradiol", 272.4, 4.01, -6.041, -8.253, -5.542, 32,
     "Cettina et al. 1995; Essa et al. 2002; Intarakumhaeng et al. 2017; Johnson et al. 1995; Johnson et al. 1996; "
     "Knutson et al. 1993; Liu et al. 1994; Mitragotri et al. 1995; Mitragotri et al. 1996; Mitragotri et al. 2000; "
     "Mitragotri et al. 2001; Scheuplein et al. 1969; Suhonen et al. 2003; Williams and Barry 1991b; Williams et al. "
     "1992"},
    {"Ethanol", 46, -0.31, -6.653, -6.653, -6.278, 3,
     "Cross et al. 2003; Durrheim et al. 1980; Scheuplein 1965; Scheuplein and Blank 1973"},
    {"Glycerol", 92.1, -1.88, -7.344, -8.125, -6.562, 2, "Intarakumhaeng et al. 2017; Suhonen et al. 2003"},
    {"Hexanol", 102.2, 1.989, -5.442, -5.442, -5.051, 3,
     "Cross et al. 2003; Durrheim et al. 1980; Scheuplein 1965; Scheuplein and Blank 1973"},
    {"Hydrocortisone", 362.5, 1.43, -7.195, -9.084, -5.575, 6,
     "Ellison et al. 2020; Johnson et al. 1995; Magnusson et al. 2006; Scheuplein et al. 1969; Siddiqui et al. 1989"},
    {"Hydroquinone", 110.11, 0.62, -6.239, -8.586, -5.460, 4,
     "Barber et al. 1995; Ellison et al. 2020; Plessis et al. 2002"},
    {"Lidocaine", 234, 2.48, -6.079, -6.079, -5.958, 3,
     "Johnson et al. 1996; Mitragotri et al. 2000; Mitragotri et al. 2001"},
    {"Mannitol", 182.2, -3.26, -8.013, -8.515, -6.710, 13,
     "Clowes et al. 1994; Dick and Scott 1992; Essa et al. 2002; Intarakumhaeng et al. 2017; Lawrence et al. 1997; "
     "Peck et al. 1994; Peck et al. 1995; Sims et al. 1991; Suhonen et al. 2003"},
    {"Methanol", 32, -0.72, -6.857, -6.857, -6.352, 3,
     "Durrheim et al. 1980; Scheuplein 1965; Scheuplein and Blank 1973; Southwell et al. 1984"},
    {"Octanol", 130.2, 3, -4.771, -4.840, -4.586, 5,
     "Cross et al. 2003; Durrheim et al. 1980; Mitragotri et al. 2000; Scheuplein 1965; Scheuplein and Blank 1973; "
     "Southwell et al. 1984"},
    {"Phenol", 94.1, 1.48, -5.615, -7.384, -5.266, 4,
     "Plessis et al. 2002; Roberts et al. 1977; Singh and Roberts 1994a; Southwell et al. 1984"},
    {"Propanol", 60, 0.34, -6.477, -6.477, -6.326, 3,
     "Blank et al. 1967; Durrheim et al. 1980; Scheuplein 1965; Scheuplein and Blank 1973"},
    {"Propylparaben", 180.2, 2.9, -5.175, -5.410, -4.759, 8, "Buist et al. 2010; Ellison et al. 2020"},
    {"Sotalol", 272.36, 0.24, -7.579, -7.876, -6.658, 8,
     "Hirvonen et al. 1993; Hirvonen et al. 1998; Hirvonen et al. 1998b"},
    {"Sucrose", 342.3, -3.85, -8.276, -8.840, -6.690, 7,
     "Anderson et al. 1988; Mitragotri et al. 1996; Peck et al. 1994; Peck et al. 1996; Peck et al. 1998; Suhonen et "
     "al. 2003"},
    {"Testosterone", 288.4, 3.48, -5.670, -6.954, -4.972, 17,
     "Bonina et al. 1993; Buist et al. 2010; Ellison et al. 2020; Johnson et al. 1996; Magnusson et al. 2006; "
     "Mitragotri et al. 1995; Mitragotri et al. 2000; Mitragotri et al. 2001; Scheuplein et al. 1969; Siddiqui et al. "
     "1989; Suhonen et al. 2003"},
    {"Water", 18, -1.38, -6.793, -7.255, -6.363, 31,
     "Barber et al. 1992; Barber et al. 1995; Bronaugh et al. 1986; Clowes et al. 1994; Dick and Scott 1992; Hirvonen "
     "et al. 1993; Hirvonen et al. 1998; Hirvonen et al. 1998b; Lawrence et al. 1997; Mitragotri et al. 1996; "
     "Scheuplein and Blank 1973"},
};

}  // namespace percuta::tests
