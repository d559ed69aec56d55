import { testRuleExamples } from '../../checks/testing/it-keeps-its-examples';
import { sBasis } from './s-basis';

testRuleExamples(sBasis);
