import { itKeepsItsExamples } from '../../checks/testing/it-keeps-its-examples';
import { nPct } from './n-pct';

itKeepsItsExamples(nPct);
