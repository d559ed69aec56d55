import changchunVeterans2023 from './reports/changchun-veterans-2023.json';
import hongkou2024 from './reports/hongkou-2024.json';
import hongze2023 from './reports/hongze-2023.json';
import pingtan2021 from './reports/pingtan-2021.json';
import pingtan2022 from './reports/pingtan-2022.json';
import shanghaiOffice2019 from './reports/shanghai-office-2019.json';
import suqian2023 from './reports/suqian-2023.json';

/**
 * Figures of published reports, as report JSON. `about` says where they were published and which rules the print breaks;
 * the product never reads it but for the row variant.
 */
export const publishedReports = {
  changchunVeterans2023,
  hongkou2024,
  hongze2023,
  pingtan2021,
  pingtan2022,
  shanghaiOffice2019,
  suqian2023,
};
export type PublishedReportName = keyof typeof publishedReports;
