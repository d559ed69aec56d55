import { itKeepsItsExamples } from '../../checks/testing/it-keeps-its-examples';
import { nRev } from './n-rev';

itKeepsItsExamples(nRev);
