import { itKeepsItsExamples } from '../../checks/testing/it-keeps-its-examples';
import { nAllupheld } from './n-allupheld';

itKeepsItsExamples(nAllupheld);
