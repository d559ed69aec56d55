import { testRuleExamples } from '../../checks/testing/it-keeps-its-examples';
import { nGrp } from './n-grp';

testRuleExamples(nGrp);
