import { itKeepsItsExamples } from '../../checks/testing/it-keeps-its-examples';
import { nPeriod } from './n-period';

itKeepsItsExamples(nPeriod);
