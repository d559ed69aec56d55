import { itKeepsItsExamples } from '../../checks/testing/it-keeps-its-examples';
import { nGrp } from './n-grp';

itKeepsItsExamples(nGrp);
