import { testRuleExamples } from '../../checks/testing/it-keeps-its-examples';
import { nParts } from './n-parts';

testRuleExamples(nParts);
