import { testRuleExamples } from '../../checks/testing/it-keeps-its-examples';
import { nFee } from './n-fee';

testRuleExamples(nFee);
